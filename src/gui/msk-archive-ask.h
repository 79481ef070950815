/* The forms about a record that leaves: export, leave to erase, erasure (F1, D1).
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-page.h"

G_BEGIN_DECLS

/* Each asks over the open meeting of the page, and tells what was done. */
void msk_archive_ask_export (MskPage *page);
void msk_archive_ask_approve (MskPage *page);
void msk_archive_ask_erase (MskPage *page);

/* How far the record has come, in words. The caller owns it. */
char *msk_archive_ask_dup_standing (MskPage *page) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
