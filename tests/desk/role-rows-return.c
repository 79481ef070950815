/* What each role may call of counting at the return, for test-roles.c.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-return-desk.h"

#include "role-rows.h"

static void
call_set_rule (MskSession *session, GError **error)
{
  msk_return_desk_set_rule (session, PAPER_SECRET, MSK_COUNT_RULE_ALWAYS, error);
}

static void
call_parts (MskSession *session, GError **error)
{
  g_autoptr(GPtrArray) copies = msk_return_desk_list_parts (session, error);
}

static void
call_must_count (MskSession *session, GError **error)
{
  gboolean must;

  msk_return_desk_must_count (session, COPY_GOOD, &must, error);
}

static void
call_count (MskSession *session, GError **error)
{
  const MskPageCount count = { 1, MSK_CONDITION_WHOLE, "" };
  g_autoptr(MskScanDesk) desk = msk_scan_desk_new (session, MSK_SCAN_RETURN);
  g_autoptr(MskVerdict) verdict = msk_scan_desk_count (desk, COPY_GOOD, &count, error);
}

static void
call_recover_counted (MskSession *session, GError **error)
{
  const MskPageCount count = { 1, MSK_CONDITION_WHOLE, "" };
  g_autoptr(MskReturnCount) result = NULL;

  msk_sweep_desk_recover_counted (session, COPY_GOOD, &count, "x", &result, error);
}

const RoleRow role_rows_return[] = {
  { "return-set-rule", call_set_rule, O },
  { "return-parts", call_parts, READERS },
  { "return-must-count", call_must_count, READERS },
  { "return-count", call_count, C },
  { "sweep-recover-counted", call_recover_counted, C | S },
  { NULL },
};
