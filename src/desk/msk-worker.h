/* Has a foreign file read by the worker, so that the app itself never parses one.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* What can be asked of the worker; src/worker/README.md says what each answers with. */
#define MSK_WORKER_JOB_PDF "pdf"
#define MSK_WORKER_JOB_LIST "list"
#define MSK_WORKER_JOB_PREVIEW "preview"

/* Reads input and gives the answer, an a{sv} in normal form whose members are of the types that the
 * job promises. Fails with an MSK_INPUT_ERROR when the worker refuses the file (PDF_*, CSV_EMPTY,
 * CSV_ENCODING, CSV_SYNTAX, LIST_*, XLSX_*, FILE_TOO_LARGE), MSK_SYSTEM_ERROR_CANCELLED, or
 * MSK_SYSTEM_ERROR_WORKER for everything else: the worker is missing, was stopped, took too long or
 * did not answer properly. Nothing is kept of a file that failed. Blocks; windows use the other
 * form. The caller owns the result. */
GVariant *msk_worker_run (const char *job, GBytes *input, GCancellable *cancellable, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;

/* The same without blocking. */
void msk_worker_run_async (const char *job,
                           GBytes *input,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data);
GVariant *msk_worker_run_finish (GAsyncResult *result, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* TRUE, with MSK_SYSTEM_ERROR_CANCELLED, when it was cancelled. */
gboolean msk_worker_check_cancelled (GCancellable *cancellable, GError **error);

G_END_DECLS
