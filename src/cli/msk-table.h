/* A table for people to read on a terminal, with columns that stand straight under Chinese text
 * too. SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _MskTable MskTable;

/* The headings end with NULL, as do the cells of a row, of which there must be as many. */
MskTable *msk_table_new (const char *heading, ...) G_GNUC_NULL_TERMINATED G_GNUC_WARN_UNUSED_RESULT;
void msk_table_add (MskTable *self, const char *cell, ...) G_GNUC_NULL_TERMINATED;
void msk_table_free (MskTable *self);

/* The lines without an end of the last. Control characters, which could command the terminal, show
 * as U+FFFD. The caller owns it. */
char *msk_table_dup_text (MskTable *self) G_GNUC_WARN_UNUSED_RESULT;

/* Date and time as people here read them, or "". The caller owns it. */
char *msk_table_dup_time (gint64 at) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MskTable, msk_table_free)

G_END_DECLS
