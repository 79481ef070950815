/* A whole printing system of its own for tests: cupsd, an IPP printer and a message bus.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define MSK_PRIVATE_CUPS_QUEUE "venue"
#define MSK_PRIVATE_CUPS_CABLE "cable"

/* Everything lives in one folder under the temporary folder; no service and no setting of the
 * machine is touched. Only for the program private-cups, which is made the guardian of every
 * process below it. */
typedef struct _MskPrivateCups MskPrivateCups;

/* Starts everything and makes two queues, set up as the kit demands: MSK_PRIVATE_CUPS_QUEUE to a
 * printer that speaks IPP, MSK_PRIVATE_CUPS_CABLE to one that only takes what comes. */
MskPrivateCups *msk_private_cups_new (GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Ends every process and removes the folder. */
void msk_private_cups_free (MskPrivateCups *self);

const char *msk_private_cups_get_folder (MskPrivateCups *self);
const char *msk_private_cups_get_server (MskPrivateCups *self);
const char *msk_private_cups_get_device_uri (MskPrivateCups *self);

gboolean msk_private_cups_start_server (MskPrivateCups *self, GError **error);
void msk_private_cups_stop_server (MskPrivateCups *self, int signal_number);
gboolean msk_private_cups_start_printer (MskPrivateCups *self, GError **error);
void msk_private_cups_stop_printer (MskPrivateCups *self);

/* Stops the process of cupsd where it stands, or lets it go on. */
void msk_private_cups_hang_server (MskPrivateCups *self, gboolean hang);

/* What the printers do with the next job, and with one that they have; the words are in the
 * README. */
gboolean msk_private_cups_set_behaviour (MskPrivateCups *self,
                                         const char *behaviour,
                                         GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MskPrivateCups, msk_private_cups_free)

G_END_DECLS
