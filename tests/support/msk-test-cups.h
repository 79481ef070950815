/* A private printing system as a test holds it.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The program private-cups on a leash: it ends with all its processes when this is freed, and also
 * when the test dies. Everything here that goes wrong is a failure of the test itself and ends it.
 */
typedef struct _MskTestCups MskTestCups;

MskTestCups *msk_test_cups_new (void) G_GNUC_WARN_UNUSED_RESULT;
void msk_test_cups_free (MskTestCups *self);

const char *msk_test_cups_get_server (MskTestCups *self);
const char *msk_test_cups_get_queue (MskTestCups *self);
const char *msk_test_cups_get_folder (MskTestCups *self);
const char *msk_test_cups_get_device (MskTestCups *self);

/* One of the commands of README.md. */
void msk_test_cups_tell (MskTestCups *self, const char *command);

/* Runs a command of a shell against the private server (lpadmin, cupsdisable, …) and gives its
 * output. */
char *msk_test_cups_run (MskTestCups *self, const char *command_line, ...) G_GNUC_PRINTF (2, 3);

/* Waits until the printer has a job of this name in its hands, or has finished with it. */
void msk_test_cups_wait_until_began (MskTestCups *self, const char *job_name);
void msk_test_cups_wait_until_received (MskTestCups *self, const char *job_name);

/* The document that came out, or NULL when none did. */
GBytes *msk_test_cups_dup_received (MskTestCups *self, const char *job_name);
guint msk_test_cups_count_received (MskTestCups *self);

/* The files of jobs in the spool (control files and documents). */
guint msk_test_cups_count_spooled (MskTestCups *self);

/* Whether a word stands in any file of the printing system's logs, spool, cache, state or settings.
 */
gboolean msk_test_cups_mentions (MskTestCups *self, const char *word);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MskTestCups, msk_test_cups_free)

G_END_DECLS
