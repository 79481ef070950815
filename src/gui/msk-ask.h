/* Short questions and notices over a window.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

typedef void (*MskAskFunc) (GtkWidget *asker);

/* Asks before something that can't be taken back. The question goes away with its window; yes is
 * called with asker only while it lives. */
void msk_ask_confirm (GtkWidget *asker,
                      const char *heading,
                      const char *body,
                      const char *verb,
                      MskAskFunc yes);

/* Tells something that has to be read. */
void msk_ask_tell (GtkWidget *asker, const char *heading, const char *body);

/* Tells why something was not done. */
void msk_ask_tell_error (GtkWidget *asker, const char *heading, const GError *error);

/* Tells where a file was written. */
void msk_ask_tell_path (GtkWidget *asker, const char *heading, const char *path);

/* Tells a list of sentences, all of them (of char *). */
void msk_ask_tell_list (GtkWidget *asker,
                        const char *heading,
                        const char *body,
                        GPtrArray *sentences);

G_END_DECLS
