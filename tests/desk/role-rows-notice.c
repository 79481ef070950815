/* What each role may do with the agenda, briefings, duty cards and the notice.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-agenda-desk.h"
#include "msk-briefing-desk.h"
#include "msk-notice-desk.h"
#include "msk-report-print.h"

#include "role-rows.h"

/* Of somebody who is on no list. */
static GArray *
make_nobody (void)
{
  GArray *people = g_array_new (FALSE, FALSE, sizeof (gint64));
  const gint64 id = 99;

  g_array_append_val (people, id);
  return people;
}

static void
call_change (MskSession *session, GError **error)
{
  msk_agenda_desk_change (session, 99, MSK_RECORDING_NONE, MSK_CAPACITY_ALL, error);
}

static void
call_bind (MskSession *session, GError **error)
{
  g_autoptr(GArray) people = make_nobody ();

  msk_agenda_desk_bind (session, 99, people, error);
}

static void
call_free (MskSession *session, GError **error)
{
  g_autoptr(GArray) people = make_nobody ();

  msk_agenda_desk_free (session, 99, people, error);
}

static void
call_move (MskSession *session, GError **error)
{
  g_autoptr(MskAgendaCall) call = msk_agenda_desk_move (session, MSK_ROOM_ITEM, 99, error);
}

static void
call_room (MskSession *session, GError **error)
{
  g_autoptr(MskAgendaCall) call = msk_agenda_desk_get (session, error);
}

static void
call_moves (MskSession *session, GError **error)
{
  g_autoptr(GPtrArray) moves = msk_agenda_desk_list_moves (session, error);
}

static void
call_bound (MskSession *session, GError **error)
{
  g_autoptr(GHashTable) bound = msk_agenda_desk_load_bound (session, error);
}

static void
call_texts (MskSession *session, GError **error)
{
  g_autoptr(GPtrArray) texts = msk_briefing_desk_list_texts (session, TRUE, error);
}

static void
call_text (MskSession *session, GError **error)
{
  g_autoptr(MskTextVersion) text =
                 msk_briefing_desk_get_text (session, MSK_TEXT_PLEDGE, MSK_POST_NONE, error);
}

static void
call_set_text (MskSession *session, GError **error)
{
  msk_briefing_desk_set_text (session, MSK_TEXT_PLEDGE, MSK_POST_NONE, "", "", error);
}

static void
call_foresee_text (MskSession *session, GError **error)
{
  MskTextChange change;

  msk_briefing_desk_foresee_text (session, MSK_TEXT_PLEDGE, MSK_POST_NONE, &change, error);
}

static void
call_check_text (MskSession *session, GError **error)
{
  msk_briefing_desk_check_text (session, MSK_TEXT_PLEDGE, MSK_POST_NONE, "", "", error);
}

static void
call_acknowledge (MskSession *session, GError **error)
{
  const MskAcknowledgeDraft draft = { MSK_TEXT_PLEDGE, MSK_POST_NONE, MSK_MANNER_IN_THE_ROOM, "" };
  g_autoptr(GArray) people = make_nobody ();

  msk_briefing_desk_acknowledge (session, &draft, people, error);
}

static void
call_annul (MskSession *session, GError **error)
{
  msk_briefing_desk_annul (session, 99, "误", error);
}

static void
call_status (MskSession *session, GError **error)
{
  g_autoptr(GPtrArray) lines = msk_briefing_desk_list (session, error);
}

static void
call_register (MskSession *session, GError **error)
{
  g_autoptr(GPtrArray) lines = msk_briefing_desk_list_register (session, 0, error);
}

static void
call_assign (MskSession *session, GError **error)
{
  g_autoptr(GArray) people = make_nobody ();

  msk_briefing_desk_assign_post (session, MSK_POST_DRIVER, people, error);
}

static void
call_end_post (MskSession *session, GError **error)
{
  g_autoptr(GArray) people = make_nobody ();

  msk_briefing_desk_end_post (session, MSK_POST_DRIVER, people, error);
}

static void
call_notice (MskSession *session, GError **error)
{
  g_autoptr(MskNotice) notice = msk_notice_desk_get (session, error);
}

static void
call_grant (MskSession *session, GError **error)
{
  const MskExceptionDraft draft = { 99, MSK_EXCEPTION_RECORDER, 1, "李四", "批 1" };

  msk_notice_desk_grant (session, &draft, error);
}

static void
call_withdraw (MskSession *session, GError **error)
{
  msk_notice_desk_withdraw (session, 99, error);
}

static void
call_exceptions (MskSession *session, GError **error)
{
  g_autoptr(GPtrArray) list = msk_notice_desk_list_exceptions (session, TRUE, error);
}

static void
call_notice_rule (MskSession *session, GError **error)
{
  g_autoptr(MskNotice) notice = msk_notice_desk_get_rule (session, MSK_RECORDING_FREE, error);
}

static void
call_poster (MskSession *session, GError **error)
{
  MskSheetOrder order = { .kind = MSK_SHEET_POSTER, .version = 99 };
  g_autoptr(GBytes) poster = msk_sheet_desk_make (session, &order, error);
}

static void
printed_cb (GObject *source, GAsyncResult *answer, gpointer user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (answer);
}

/* On a printer that is none, so that it ends at once. */
static void
print_sheet (MskSession *session, const MskSheetOrder *order, GError **error)
{
  g_autoptr(GAsyncResult) answer = NULL;

  msk_report_print_sheet_async (session, order, "nowhere", NULL, printed_cb, &answer);
  while (answer == NULL)
    g_main_context_iteration (NULL, TRUE);
  msk_report_print_finish (session, answer, error);
}

static void
call_poster_print (MskSession *session, GError **error)
{
  print_sheet (session, &(MskSheetOrder){ .kind = MSK_SHEET_POSTER }, error);
}

static const MskSheetOrder text_order = { .kind = MSK_SHEET_TEXT, .text = MSK_TEXT_PLEDGE };

static void
call_text_sheet (MskSession *session, GError **error)
{
  MskSheetOrder order = text_order;
  g_autoptr(GBytes) document = msk_sheet_desk_make (session, &order, error);
}

static void
call_text_sheet_print (MskSession *session, GError **error)
{
  print_sheet (session, &text_order, error);
}

const RoleRow role_rows_notice[] = {
  { "agenda-change", call_change, O, FALSE },
  { "agenda-bind", call_bind, O | L, FALSE },
  { "agenda-free", call_free, L, FALSE },
  { "agenda-move", call_move, O | C, FALSE },
  { "agenda-room", call_room, READERS, FALSE },
  { "agenda-moves", call_moves, READERS, FALSE },
  { "agenda-bound", call_bound, READERS, FALSE },
  { "text-list", call_texts, READERS, FALSE },
  { "text-get", call_text, READERS, FALSE },
  { "text-set", call_set_text, O, FALSE },
  { "text-foresee", call_foresee_text, READERS, FALSE },
  { "text-check", call_check_text, O, FALSE },
  { "acknowledge", call_acknowledge, O | C, FALSE },
  { "acknowledge-annul", call_annul, O, FALSE },
  { "briefing-list", call_status, READERS, FALSE },
  { "briefing-register", call_register, READERS, FALSE },
  { "duty-assign", call_assign, O, FALSE },
  { "duty-end", call_end_post, O, FALSE },
  { "notice-get", call_notice, READERS, FALSE },
  { "exception-grant", call_grant, L, FALSE },
  { "exception-withdraw", call_withdraw, L, FALSE },
  { "exception-list", call_exceptions, READERS, FALSE },
  { "notice-get-rule", call_notice_rule, READERS, FALSE },
  { "poster-make", call_poster, O | C | S, FALSE },
  { "poster-print", call_poster_print, O | C | S, FALSE },
  { "text-sheet-make", call_text_sheet, O | C, FALSE },
  { "text-sheet-print", call_text_sheet_print, O | C, FALSE },
  { NULL },
};
