/* What each role may do with a record that leaves.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-erasure-desk.h"
#include "msk-export-desk.h"

#include "role-rows.h"

static void
call_export (MskSession *session, GError **error)
{
  g_autoptr(MskMeetingExport) sealed =
                 msk_export_desk_export (session, "/nowhere/record", "", "short", error);

  g_assert_null (sealed);
}

static void
call_find (MskSession *session, GError **error)
{
  g_autoptr(MskMeetingExport) sealed = NULL;
  gboolean current;

  msk_export_desk_find (session, &sealed, &current, error);
}

static void
call_approve (MskSession *session, GError **error)
{
  msk_erasure_desk_approve (session, "", "", error);
}

static void
call_erase (MskSession *session, GError **error)
{
  const MskCosigner witness = { (char *) "witness", MSK_ROLE_DESK_CLERK };

  msk_erasure_desk_erase (session, &witness, NULL, error);
}

static void
call_get (MskSession *session, GError **error)
{
  g_autoptr(MskErasure) erasure = msk_erasure_desk_get (session, 99, error);

  g_assert_null (erasure);
}

static void
call_certificate (MskSession *session, GError **error)
{
  g_free (msk_erasure_desk_write_certificate (session, 99, NULL, error));
}

const RoleRow role_rows_archive[] = {
  { "export", call_export, O },
  { "export-find", call_find, READERS },
  { "erasure-approve", call_approve, L },
  { "erasure-erase", call_erase, S },
  { "erasure-get", call_get, READERS, TRUE },
  { "erasure-certificate", call_certificate, O | L | S | U, TRUE },
  { NULL },
};
