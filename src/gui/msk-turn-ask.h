/* The forms about a turn: its end, and what is taken out of the folder in it.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-page.h"
#include "msk-scan-desk.h"
#include "msk-turn.h"

G_BEGIN_DECLS

/* Takes an answer of the desk, which is a verdict or else an error. */
typedef void (*MskTurnAskAnswer) (MskPage *page, MskVerdict *verdict, const GError *error);

/* Asks for the pages and the reader's signature, and ends the turn at the desk. answer may be NULL.
 * GTK owns the form. */
GtkWidget *msk_turn_ask_end (MskPage *page,
                             MskScanDesk *desk,
                             const MskTurn *turn,
                             MskTurnAskAnswer answer);

void msk_turn_ask_slip (MskPage *page, const MskTurn *turn);
void msk_turn_ask_slip_back (MskPage *page, const MskLoanSlip *slip);

G_END_DECLS
