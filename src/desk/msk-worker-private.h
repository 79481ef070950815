/* The parts of the worker's client that its tests take hold of.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define MSK_WORKER_SECONDS_MAX 120                        /* on the wall clock, for one file */
#define MSK_WORKER_OUTPUT_MAX ((gsize) 512 * 1024 * 1024) /* bytes of one answer */

/* msk_worker_run with the program and the limits given. */
GVariant *msk_worker_run_program (const char *program,
                                  const char *job,
                                  GBytes *input,
                                  guint seconds_max,
                                  gsize output_max,
                                  GCancellable *cancellable,
                                  GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Where the worker lies, judged by where this program lies: in the build tree or installed. NULL
 * when it is in neither place. The caller owns it. */
char *msk_worker_dup_program (void);

/* Makes sense of what the worker wrote. Fails like msk_worker_run. */
GVariant *msk_worker_read_answer (const char *job, GBytes *output, GError **error);

/* The error for a worker that wrote what is no answer, and for one that wrote none: signal_number
 * is what ended it, or 0. */
void msk_worker_set_answer_error (GError **error);
void msk_worker_set_end_error (GError **error, int signal_number);

G_END_DECLS
