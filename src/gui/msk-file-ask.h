/* Asks for a file and reads it, leaving no trace in a list of recent files (A2).
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* file is lent. */
typedef void (*MskFileFunc) (GtkWidget *asker, GBytes *file);

/* pattern is a shell pattern such as "*.pdf", or several with blanks between them. Says by itself
 * why a file could not be read; calls done with one that was. */
void msk_file_ask_open (GtkWidget *asker,
                        const char *title,
                        const char *kind,
                        const char *pattern,
                        MskFileFunc done);

G_END_DECLS
