/* Whom something may be given to at the desk at this moment (M4, M5, M8), and which role may decide
 * otherwise. SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-door.h"
#include "msk-error.h"
#include "msk-role.h"

G_BEGIN_DECLS

/* Which role may have a paper issued all the same where the desk refuses it for this reason. FALSE
 * for nobody at the venue: then what is wrong has to be mended. */
gboolean msk_issue_get_decider (MskRuleError code, MskRole *role);

/* The refusal in a few words of the user's language, from its stable name. Static text. */
const char *msk_issue_get_code_label (const char *name);

/* What stands against giving a person anything, in the order in which it is told: in the room by
 * the door's register, and has taken note of what they owe. */
#define MSK_ISSUE_MAX_BARS 5

typedef struct
{
  MskRuleError codes[MSK_ISSUE_MAX_BARS];
  guint n;
} MskIssueBars;

/* Of facts, the person, inside and what was taken note of are read. */
void msk_issue_judge (const MskDoorFacts *facts, MskIssueBars *bars);

/* waived: the roles that decided otherwise, a set of 1 << MskRole. Fails with the first that
 * stands: MSK_RULE_ERROR_UNDERTAKING_MISSING, _NOT_ADMITTED, _NOT_BRIEFED, _PLEDGE_MISSING or
 * _NOTICE_NOT_ACKNOWLEDGED, and names everything that the person has to take note of. */
gboolean msk_issue_check (const MskDoorFacts *facts, guint waived, GError **error);

/* R2: top secret is given to nobody outside, whoever decides. Fails with
 * MSK_RULE_ERROR_TOP_SECRET_OUTSIDE. */
gboolean msk_issue_check_level (const MskDoorFacts *facts, MskLevel level, GError **error);

G_END_DECLS
