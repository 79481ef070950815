/* Texts on paper: a sheet a person, to be signed by hand; a duty card by itself.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-meeting.h"
#include "msk-text-version.h"

G_BEGIN_DECLS

/* A version of a text as a PDF in both languages: a sheet for each of people (of MskAttendee), with
 * pages that are counted by themselves and lines for a signature; or for NULL one that names and
 * asks nobody. The caller owns it. Fails with MSK_INPUT_ERROR_MISSING_GLYPH. */
GBytes *msk_text_sheet_draw (MskMeeting *meeting,
                             MskTextVersion *text,
                             GPtrArray *people,
                             GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
