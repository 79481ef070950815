/* Whom something may be given to at the desk at this moment (M4, M5, M8), and which role may decide
 * otherwise. SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-issue.h"

#include <glib/gi18n-lib.h>

#include "msk-enum-types.h"
#include "msk-enum.h"
#include "msk-pledge.h"

/* M4: who is in the room is the security officer's. M1, M5: a leader may answer for somebody who
 * has not signed yet. Whatever is not here is nobody's at the venue: M3 and M4 leave list, level
 * and scope to those who decided them before, and what is wrong with a copy stays wrong. */
static const struct
{
  MskRuleError code;
  MskRole role;
} deciders[] = {
  { MSK_RULE_ERROR_NOT_ADMITTED, MSK_ROLE_SECURITY_OFFICER },
  { MSK_RULE_ERROR_NOT_BRIEFED, MSK_ROLE_RESPONSIBLE_LEADER },
  { MSK_RULE_ERROR_PLEDGE_MISSING, MSK_ROLE_RESPONSIBLE_LEADER },
  { MSK_RULE_ERROR_NOTICE_NOT_ACKNOWLEDGED, MSK_ROLE_RESPONSIBLE_LEADER },
};

/* The door's words for what the desk asks for as well. */
static const struct
{
  MskDoorVerdict verdict;
  MskRuleError code;
} texts[] = {
  { MSK_DOOR_UNDERTAKING_MISSING, MSK_RULE_ERROR_UNDERTAKING_MISSING },
  { MSK_DOOR_NOT_BRIEFED, MSK_RULE_ERROR_NOT_BRIEFED },
  { MSK_DOOR_PLEDGE_MISSING, MSK_RULE_ERROR_PLEDGE_MISSING },
  { MSK_DOOR_NOTICE_NOT_ACKNOWLEDGED, MSK_RULE_ERROR_NOTICE_NOT_ACKNOWLEDGED },
};

gboolean
msk_issue_get_decider (MskRuleError code, MskRole *role)
{
  g_return_val_if_fail (role != NULL, FALSE);

  for (guint i = 0; i < G_N_ELEMENTS (deciders); i++)
    if (deciders[i].code == code)
      {
        *role = deciders[i].role;
        return TRUE;
      }

  return FALSE;
}

void
msk_issue_judge (const MskDoorFacts *facts, MskIssueBars *bars)
{
  g_return_if_fail (facts != NULL && bars != NULL);

  G_STATIC_ASSERT (G_N_ELEMENTS (texts) + 1 == MSK_ISSUE_MAX_BARS);

  *bars = (MskIssueBars){ .n = 0 };
  if (msk_door_lacks (facts, MSK_DOOR_UNDERTAKING_MISSING))
    bars->codes[bars->n++] = MSK_RULE_ERROR_UNDERTAKING_MISSING;
  if (!facts->inside)
    bars->codes[bars->n++] = MSK_RULE_ERROR_NOT_ADMITTED;
  for (guint i = 1; i < G_N_ELEMENTS (texts); i++)
    if (msk_door_lacks (facts, texts[i].verdict))
      bars->codes[bars->n++] = texts[i].code;
}

const char *
msk_issue_get_code_label (const char *name)
{
  int code;

  g_return_val_if_fail (name != NULL, "");

  if (!msk_enum_parse (MSK_TYPE_RULE_ERROR, name, &code))
    return name;

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    if ((int) texts[i].code == code)
      return msk_door_verdict_get_word (texts[i].verdict);

  return code == MSK_RULE_ERROR_NOT_ADMITTED ? _ ("Not admitted") : name;
}

static char *
dup_lacking (const MskDoorFacts *facts)
{
  const MskPledgeState state = { .briefed = facts->briefed,
                                 .pledged = facts->pledged,
                                 .notice_acknowledged = facts->notice_acknowledged,
                                 .undertaking =
                                     !msk_door_lacks (facts, MSK_DOOR_UNDERTAKING_MISSING),
                                 .duties_acknowledged = facts->duties_acknowledged };

  return msk_pledge_state_dup_lacking (&state);
}

static void
set_error (const MskDoorFacts *facts, MskRuleError code, GError **error)
{
  g_autofree char *lacking = dup_lacking (facts);

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    if (texts[i].code == code)
      {
        g_set_error (error, MSK_RULE_ERROR, (int) code, _ ("%s Missing: %s. %s"),
                     msk_door_verdict_get_reason (texts[i].verdict), lacking,
                     msk_door_verdict_get_next_step (texts[i].verdict));
        return;
      }

  g_set_error_literal (error, MSK_RULE_ERROR, (int) code,
                       _ ("This person is not inside by the door’s register: send them to the "
                          "door, then scan again."));
}

gboolean
msk_issue_check (const MskDoorFacts *facts, guint waived, GError **error)
{
  MskIssueBars bars;
  MskRole role;

  g_return_val_if_fail (facts != NULL, FALSE);

  msk_issue_judge (facts, &bars);
  for (guint i = 0; i < bars.n; i++)
    if (!msk_issue_get_decider (bars.codes[i], &role) || (waived & (1u << role)) == 0)
      {
        set_error (facts, bars.codes[i], error);
        return FALSE;
      }

  return TRUE;
}

gboolean
msk_issue_check_level (const MskDoorFacts *facts, MskLevel level, GError **error)
{
  g_return_val_if_fail (facts != NULL, FALSE);

  if (facts->inside || level < MSK_LEVEL_TOP_SECRET)
    return TRUE;

  g_set_error_literal (error, MSK_RULE_ERROR, MSK_RULE_ERROR_TOP_SECRET_OUTSIDE,
                       _ ("This person is not inside by the door’s register, and top secret is "
                          "handed out in the room alone: send them to the door, or have the "
                          "responsible leader permit that two named people take it away."));
  return FALSE;
}
