/* The folder of a private printing system: its configuration and its removal.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean msk_private_cups_files_write (const char *folder,
                                       const char *server,
                                       const char *bus,
                                       GError **error);

/* The cupsd to start. The caller owns the result. */
char *msk_private_cups_files_find_cupsd (const char *folder,
                                         GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Removes the folder and all below it; never follows a link. */
void msk_private_cups_files_remove (const char *folder);

G_END_DECLS
