/* The verdict on the last scan: a word, a symbol, a colour and a sound, the reason, and the next
 * step. It stays until the next scan. SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "msk-scan-desk.h"

G_BEGIN_DECLS

#define MSK_TYPE_VERDICT_VIEW (msk_verdict_view_get_type ())
G_DECLARE_FINAL_TYPE (MskVerdictView, msk_verdict_view, MSK, VERDICT_VIEW, AdwBin)

/* Shows a verdict and plays its sound. */
void msk_verdict_view_show (MskVerdictView *self, MskVerdict *verdict);

/* The same for what is no verdict of a desk. */
void msk_verdict_view_show_words (MskVerdictView *self,
                                  MskTone tone,
                                  const char *headline,
                                  const char *text);

/* The register could not be used: the scan is not recorded. */
void msk_verdict_view_show_error (MskVerdictView *self, const GError *error);

/* No scan yet: says what to do, in no colour and without a sound. */
void msk_verdict_view_invite (MskVerdictView *self,
                              const char *icon_name,
                              const char *headline,
                              const char *text);

/* Takes an answer of the scan desk, which is a verdict or else an error, and shows it. */
void msk_verdict_view_take (MskVerdictView *self, MskVerdict *verdict, const GError *error);

G_END_DECLS
