/* The retention period (保密期限) that follows the star in a mark such as 机密★10年.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-scheme.h"

G_BEGIN_DECLS

/* Reads a period as an office writes it and gives its canonical spelling: "10年", "6个月",
 * "2027年3月1日", "会议开始前" (a condition, kept as written), "长期" (where the scheme allows it),
 * or "" for the ceiling of the level. Also read: "10 years", "6 months", "2027-03-01", and a whole
 * mark, "机密★10年", when its level is the one given. Full-width digits count as digits. Under a
 * year is given in months. Returns NULL with MSK_RULE_ERROR_MARK_FORBIDDEN for a mark that the
 * scheme does not allow (the message says why), or MSK_INPUT_ERROR_BAD_PERIOD for text that is
 * none. The caller owns the result. */
char *msk_period_normalise (MskScheme *scheme, MskLevel level, const char *text, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;

/* Whether a canonical period that is a date ends after from (UTC seconds) and within the level's
 * ceiling from there; every other period does. Fails with MSK_RULE_ERROR_MARK_FORBIDDEN. Apart from
 * msk_period_normalise(), which knows no date to count from. */
gboolean msk_period_check_date (MskScheme *scheme,
                                MskLevel level,
                                const char *period,
                                gint64 from,
                                GError **error);

/* The day on which a canonical period ends when it begins at from (UTC seconds), as a Julian day;
 * G_MAXUINT32 for 长期. A condition names no day: *is_condition is set, and the day is that of the
 * level's ceiling, beyond which it can't last. */
guint32 msk_period_get_end (MskScheme *scheme,
                            MskLevel level,
                            const char *period,
                            gint64 from,
                            gboolean *is_condition);

/* The mark for paper as the scheme writes it, "机密★10年" or "SECRET ★ 10 years", from a canonical
 * period. The caller owns it. */
char *msk_period_dup_mark (MskScheme *scheme,
                           MskLevel level,
                           const char *period) G_GNUC_WARN_UNUSED_RESULT;

/* The line that a copy of a copy carries (C2): the copying organ and the day. The caller owns it.
 */
char *msk_period_dup_reproduction (MskScheme *scheme,
                                   const char *organ,
                                   const GDate *date) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
