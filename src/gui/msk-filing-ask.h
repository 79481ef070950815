/* The forms about a dossier: filed, handed over, borrowed (F1).
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-filing.h"
#include "msk-page.h"

G_BEGIN_DECLS

/* Files the record of the open meeting of the page. */
void msk_filing_ask_file (MskPage *page);

/* Of the dossier of this meeting, which need not be open. */
void msk_filing_ask_hand_over (MskPage *page, gint64 meeting_id);
void msk_filing_ask_request (MskPage *page, gint64 meeting_id);

/* The next step of a loan as its button says it, with a mnemonic, or NULL when who is signed in may
 * not take it; static text. And the form for it. */
const char *msk_filing_ask_get_step (MskPage *page, const MskArchiveLoan *loan);
void msk_filing_ask_step (MskPage *page, const MskArchiveLoan *loan);

/* The form for the reason why a loan that was asked for is refused. */
void msk_filing_ask_refuse (MskPage *page, gint64 id);
void msk_filing_ask_settle (MskPage *page, gint64 id);

G_END_DECLS
