/* Asks as what the list of attendees is to be written, and has it written.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-page.h"

G_BEGIN_DECLS

/* These people (of MskAttendee), in this order; tells where the file lies. */
void msk_export_ask_open (MskPage *page, GListModel *people);

G_END_DECLS
