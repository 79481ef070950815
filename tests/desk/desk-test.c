/* What the tests of the desk share.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-test.h"

#include <glib/gstdio.h>
#include <locale.h>
#include <unistd.h>

#include "msk-copy-store.h"
#include "msk-error.h"
#include "msk-ledger.h"
#include "msk-session-private.h"

#define PDF_NAME "plain"

gint64 desk_test_now = DESK_TEST_NOW;
const char *desk_test_place;

static const struct
{
  const char *name;
  MskRole role;
} users[] = {
  { "officer", MSK_ROLE_SECURITY_OFFICER },   { "organiser", MSK_ROLE_ORGANISER },
  { "leader", MSK_ROLE_RESPONSIBLE_LEADER },  { "clerk", MSK_ROLE_DESK_CLERK },
  { "admin", MSK_ROLE_SYSTEM_ADMINISTRATOR }, { "auditor", MSK_ROLE_AUDITOR },
};

/* One folder for the whole program: the case's vault, and below "kept" what each case begins with.
 */
static char *folder;
static char *vault;
static char *papers;
static char *kept_empty;
static char *kept_ready;
static char *kept_inside;

static gint64
read_clock (void)
{
  return desk_test_now;
}

static void
run (const char *const *words)
{
  g_autoptr(GError) error = NULL;
  int status;

  g_spawn_sync (NULL, (char **) words, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, NULL, &status,
                &error);
  g_assert_no_error (error);
  g_assert_cmpint (status, ==, 0);
}

static void
copy_folder (const char *from, const char *to)
{
  const char *const words[] = { "cp", "-a", from, to, NULL };

  run (words);
}

static void
remove_folder (const char *path)
{
  const char *const words[] = { "rm", "-rf", path, NULL };

  run (words);
}

/* Removes the vault of the case before, and puts this one in its place. */
static void
restore (const char *kept)
{
  remove_folder (vault);
  remove_folder (papers);
  copy_folder (kept, vault);
  desk_test_now = DESK_TEST_NOW;
}

const char *
desk_test_get_vault (void)
{
  return vault;
}

const char *
desk_test_get_papers (void)
{
  return papers;
}

const char *
desk_test_get_user (MskRole role)
{
  for (guint i = 0; i < G_N_ELEMENTS (users); i++)
    if (users[i].role == role)
      return users[i].name;

  g_assert_not_reached ();
}

void
desk_test_sign_out (DeskTest *self)
{
  g_clear_object (&self->desk);
  if (self->session != NULL)
    msk_session_lock (self->session);
  g_clear_object (&self->session);
}

void
desk_test_sign_in_only (DeskTest *self, MskRole role)
{
  g_autoptr(GError) error = NULL;

  desk_test_sign_out (self);
  self->session =
      msk_session_unlock (vault, desk_test_get_user (role), DESK_TEST_PASSPHRASE, "desk 1", &error);
  g_assert_no_error (error);
  msk_session_set_clock (self->session, read_clock);
}

void
desk_test_sign_in (DeskTest *self, MskRole role)
{
  g_autoptr(GError) error = NULL;

  desk_test_sign_in_only (self, role);
  msk_session_open_meeting (self->session, 1, &error);
  g_assert_no_error (error);
}

GBytes *
desk_test_load_pdf (const char *name)
{
  g_autofree char *file = g_strconcat (name, ".pdf", NULL);
  g_autofree char *path = g_test_build_filename (G_TEST_BUILT, "worker", "fixtures", file, NULL);
  g_autoptr(GError) error = NULL;
  char *contents;
  gsize length;

  g_file_get_contents (path, &contents, &length, &error);
  g_assert_no_error (error);
  return g_bytes_new_take (contents, length);
}

static void
make_accounts (DeskTest *self)
{
  g_autoptr(GError) error = NULL;

  msk_session_create_vault (vault, users[0].name, DESK_TEST_PASSPHRASE, MSK_KEY_COST_INTERACTIVE,
                            &error);
  g_assert_no_error (error);
  desk_test_sign_in_only (self, users[0].role);
  for (guint i = 1; i < G_N_ELEMENTS (users); i++)
    g_assert_true (msk_user_desk_add (self->session, users[i].name, users[i].role,
                                      DESK_TEST_PASSPHRASE, &error));
  g_assert_true (msk_print_desk_designate (self->session, DESK_TEST_PRINTER, MSK_PRINTER_FOLDER,
                                           NULL, "一楼", &error));
  g_assert_no_error (error);
  desk_test_sign_out (self);
  copy_folder (vault, kept_empty);
}

static void
make_person (DeskTest *self, guint person)
{
  g_autofree char *name = g_strdup_printf ("王%u", person);
  const MskAttendeeDraft draft = {
    name,
    "办公室",
    "处长",
    person == PERSON_OUTSIDE_SCOPE ? MSK_CAPACITY_PRESS : MSK_CAPACITY_DELEGATE,
    person == PERSON_UNCLEARED ? MSK_LEVEL_CONFIDENTIAL : MSK_LEVEL_TOP_SECRET,
    .accepted = person == PERSON_UNCLEARED,
  };
  g_autoptr(GError) error = NULL;

  g_assert_true (msk_vetting_desk_add (self->session, &draft, NULL, &error));
  g_assert_no_error (error);
}

static void
describe_meeting (DeskTest *self)
{
  const MskMeetingDraft draft = {
    "会 2027-3",           "年度工作会议", MSK_LEVEL_SECRET, DESK_TEST_NOW,
    DESK_TEST_NOW + 86400, "第一会议室",   "办公室",         "张三"
  };
  const MskPaperDraft secret = {
    "办发 1", "计划",   MSK_LEVEL_SECRET,
    "10年",   "办公室", MSK_CAPACITY_ALL & ~(1u << MSK_CAPACITY_PRESS)
  };
  const MskPaperDraft confidential = { "办发 2", "议程",   MSK_LEVEL_CONFIDENTIAL,
                                       "",       "办公室", MSK_CAPACITY_ALL };
  g_autoptr(GBytes) file = desk_test_load_pdf (PDF_NAME);
  g_autoptr(GError) error = NULL;

  g_assert_cmpint (msk_meeting_desk_create (self->session, &draft, &error), ==, 1);
  g_assert_no_error (error);
  for (guint person = 1; person <= PERSON_LAST_SEALED; person++)
    make_person (self, person);
  g_assert_cmpint (msk_vetting_desk_submit (self->session, &error), ==, PERSON_LAST_SEALED);
  g_assert_cmpint (msk_paper_desk_add (self->session, &secret, file, NULL, &error), ==,
                   PAPER_SECRET);
  g_assert_no_error (error);
  g_assert_cmpint (msk_paper_desk_add (self->session, &confidential, file, NULL, &error), ==,
                   PAPER_CONFIDENTIAL);
  g_assert_no_error (error);
}

static void
decide_meeting (DeskTest *self)
{
  const MskPressDecision press = { "宣传部", "宣批 3", "合适" };
  g_autoptr(GError) error = NULL;
  g_autofree char *code = NULL;

  g_assert_true (msk_vetting_desk_reject (self->session, PERSON_REJECTED, "不合适", &error));
  g_assert_true (
      msk_vetting_desk_approve_press (self->session, PERSON_OUTSIDE_SCOPE, &press, &error));
  g_assert_cmpint (msk_vetting_desk_approve_rest (self->session, "合适", &error), ==,
                   PERSON_LAST_SEALED - 2);
  code = msk_vetting_desk_seal (self->session, &error);
  g_assert_no_error (error);
}

static void
print_copies (DeskTest *self)
{
  g_autoptr(GError) error = NULL;

  for (gint64 paper = PAPER_SECRET; paper <= PAPER_CONFIDENTIAL; paper++)
    {
      guint first = msk_print_desk_reserve (self->session, paper, RESERVED, &error);

      g_assert_no_error (error);
      desk_test_print (self, paper, NULL, NULL, &error);
      g_assert_no_error (error);
      for (guint number = first; number < first + GOOD; number++)
        g_assert_true (msk_print_desk_confirm (self->session, number, &error));
    }

  for (gint64 person = 1; person <= PERSON_LAST_SEALED; person++)
    if (person != PERSON_REJECTED)
      {
        msk_vetting_desk_print_badge (self->session, person, DESK_TEST_PRINTER, NULL, &error);
        g_assert_no_error (error);
        msk_badge_desk_confirm (self->session, person, &error);
      }
  g_assert_no_error (error);
}

static void
make_meeting (void)
{
  DeskTest self = { NULL };
  g_autoptr(GError) error = NULL;

  make_accounts (&self);
  desk_test_sign_in_only (&self, MSK_ROLE_ORGANISER);
  describe_meeting (&self);
  desk_test_sign_in (&self, MSK_ROLE_RESPONSIBLE_LEADER);
  decide_meeting (&self);
  desk_test_approve (&self, PAPER_SECRET, APPROVED, NULL);
  desk_test_approve (&self, PAPER_CONFIDENTIAL, APPROVED, NULL);
  desk_test_sign_in (&self, MSK_ROLE_DESK_CLERK);
  print_copies (&self);
  desk_test_sign_in (&self, MSK_ROLE_ORGANISER);
  make_person (&self, PERSON_UNSEALED);
  g_assert_cmpint (msk_vetting_desk_submit (self.session, &error), ==, 1);
  desk_test_sign_in (&self, MSK_ROLE_RESPONSIBLE_LEADER);
  g_assert_true (msk_vetting_desk_approve (self.session, PERSON_UNSEALED, "合适", &error));
  g_assert_no_error (error);
  desk_test_sign_out (&self);
  copy_folder (vault, kept_ready);

  desk_test_open_doors (&self);
  desk_test_fill_room (&self);
  desk_test_sign_out (&self);
  copy_folder (vault, kept_inside);
}

void
desk_test_start (int *argc, char ***argv)
{
  const char *parent = desk_test_place != NULL                   ? desk_test_place
                       : g_access ("/dev/shm", W_OK | X_OK) == 0 ? "/dev/shm"
                                                                 : g_get_tmp_dir ();

  g_setenv ("LANGUAGE", "en", TRUE);
  setlocale (LC_ALL, "");
  g_test_init (argc, argv, NULL);

  folder = g_build_filename (parent, "msk-desk-XXXXXX", NULL);
  g_assert_nonnull (g_mkdtemp (folder));
  vault = g_build_filename (folder, "vault", NULL);
  papers = g_build_filename (folder, "vault-papers", NULL);
  kept_empty = g_build_filename (folder, "kept-empty", NULL);
  kept_ready = g_build_filename (folder, "kept-ready", NULL);
  kept_inside = g_build_filename (folder, "kept-inside", NULL);
  if (!g_test_subprocess ())
    make_meeting ();
}

int
desk_test_run (void)
{
  int result = g_test_run ();

  remove_folder (folder);
  g_free (folder);
  g_free (vault);
  g_free (papers);
  g_free (kept_empty);
  g_free (kept_ready);
  g_free (kept_inside);
  return result;
}

void
desk_test_set_up_signed_out (DeskTest *self, gconstpointer unused)
{
  restore (kept_inside);
}

void
desk_test_set_up (DeskTest *self, gconstpointer unused)
{
  restore (kept_ready);
  desk_test_sign_in (self, MSK_ROLE_DESK_CLERK);
}

void
desk_test_set_up_inside (DeskTest *self, gconstpointer unused)
{
  restore (kept_inside);
  desk_test_sign_in (self, MSK_ROLE_DESK_CLERK);
}

void
desk_test_set_up_no_meeting (DeskTest *self, gconstpointer unused)
{
  restore (kept_empty);
}

/* A thread that has given its result may still be putting its task away. */
static void
wait_for_threads (MskSession *session)
{
  const gint64 deadline = g_get_monotonic_time () + 10 * G_USEC_PER_SEC;

  while (G_OBJECT (session)->ref_count > 1 && g_get_monotonic_time () < deadline)
    {
      g_main_context_iteration (NULL, FALSE);
      g_thread_yield ();
    }
}

void
desk_test_tear_down (DeskTest *self, gconstpointer unused)
{
  g_clear_object (&self->desk);
  if (self->session != NULL)
    {
      msk_session_lock (self->session);
      wait_for_threads (self->session);
      g_assert_finalize_object (g_steal_pointer (&self->session));
    }
}

static gint64
get_last (MskDatabase *database)
{
  g_autoptr(GError) error = NULL;
  gint64 last;

  g_assert_true (msk_ledger_get_last (database, &last, &error));
  g_assert_no_error (error);
  return last;
}

gint64
desk_test_count_entries (DeskTest *self)
{
  return get_last (msk_session_require_meeting (self->session, MSK_ACT_MEETING_READ, NULL));
}

gint64
desk_test_count_appliance_entries (DeskTest *self)
{
  return get_last (msk_session_require_appliance (self->session, MSK_ACT_USER_PASSPHRASE, NULL));
}

void
desk_test_seat (DeskTest *self, gint64 person, const char *place)
{
  g_autoptr(GError) error = NULL;

  g_assert_true (msk_plan_desk_set_seat (self->session, person, place, &error));
  g_assert_no_error (error);
}

void
desk_test_plan (DeskTest *self, guint number, gint64 person)
{
  g_autoptr(GError) error = NULL;

  g_assert_true (msk_plan_desk_set (self->session, number, person, &error));
  g_assert_no_error (error);
}

void
desk_test_add_second_clerk (DeskTest *self)
{
  g_autoptr(GError) error = NULL;

  desk_test_sign_in (self, MSK_ROLE_SECURITY_OFFICER);
  g_assert_true (msk_user_desk_add (self->session, DESK_TEST_SECOND_CLERK, MSK_ROLE_DESK_CLERK,
                                    DESK_TEST_PASSPHRASE, &error));
  g_assert_no_error (error);
  desk_test_sign_in (self, MSK_ROLE_DESK_CLERK);
}

void
desk_test_assert_rule (gboolean done, GError **error, int code)
{
  g_assert_false (done);
  g_assert_error (*error, MSK_RULE_ERROR, code);
  g_clear_error (error);
}

void
desk_test_assert_balance (DeskTest *self)
{
  g_autoptr(GError) error = NULL;

  for (gint64 paper = 0; paper <= PAPER_CONFIDENTIAL; paper++)
    {
      MskBalance balance;

      g_assert_true (msk_paper_desk_get_balance (self->session, paper, &balance, &error));
      g_assert_no_error (error);
      g_assert_true (msk_balance_holds (&balance));
    }
}

MskVerdict *
desk_test_scan (DeskTest *self, MskScanMode mode, const char *code)
{
  g_autoptr(GError) error = NULL;
  MskVerdict *verdict;

  if (self->desk == NULL || msk_scan_desk_get_mode (self->desk) != mode)
    {
      g_clear_object (&self->desk);
      self->desk = msk_scan_desk_new (self->session, mode);
    }

  verdict = msk_scan_desk_scan (self->desk, code, &error);
  g_assert_no_error (error);
  g_assert_nonnull (verdict);
  return verdict;
}

void
desk_test_expect (DeskTest *self, MskScanMode mode, const char *scan, const char *code)
{
  g_autoptr(MskVerdict) verdict = desk_test_scan (self, mode, scan);

  g_assert_cmpstr (verdict->code, ==, code);
  g_assert_cmpstr (verdict->headline, !=, "");
  g_assert_cmpstr (verdict->text, !=, "");
  desk_test_assert_balance (self);
}

char *
desk_test_describe_register (DeskTest *self)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) copies = msk_print_desk_list_copies (self->session, 0, &error);
  GString *text = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < copies->len; i++)
    {
      MskCopy *copy = copies->pdata[i];

      g_string_append_printf (text,
                              "%u %d %d %" G_GINT64_FORMAT " %" G_GINT64_FORMAT " %" G_GINT64_FORMAT
                              "\n",
                              copy->number, (int) copy->state, (int) copy->attempt, copy->serial,
                              copy->holder_id, copy->issued_at);
    }
  return g_string_free (text, FALSE);
}

void
desk_test_refuse (DeskTest *self,
                  MskScanMode mode,
                  const char *scan,
                  const char *code,
                  guint entries)
{
  g_autofree char *before = desk_test_describe_register (self);
  g_autofree char *after = NULL;
  const gint64 last = desk_test_count_entries (self);
  g_autoptr(MskVerdict) verdict = desk_test_scan (self, mode, scan);

  g_assert_cmpstr (verdict->code, ==, code);
  g_assert_true (verdict->tone == MSK_TONE_REFUSED || verdict->tone == MSK_TONE_ALARM);
  g_assert_cmpint (verdict->movement_id, ==, 0);
  g_assert_cmpint (desk_test_count_entries (self) - last, ==, entries);
  after = desk_test_describe_register (self);
  g_assert_cmpstr (before, ==, after);
}

char *
desk_test_dup_copy_code (DeskTest *self, guint number, guint page)
{
  g_autoptr(GError) error = NULL;
  char *code = msk_print_desk_dup_code (self->session, number, page, &error);

  g_assert_no_error (error);
  return code;
}

char *
desk_test_dup_badge_code (DeskTest *self, gint64 person)
{
  g_autoptr(GError) error = NULL;
  char *code = msk_vetting_desk_dup_badge_code (self->session, person, &error);

  g_assert_no_error (error);
  return code;
}

MskCopyState
desk_test_get_state (DeskTest *self, guint number)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(MskCopy) copy = msk_print_desk_get_copy (self->session, number, &error);

  g_assert_no_error (error);
  return copy->state;
}

void
desk_test_issue (DeskTest *self, gint64 person, guint number)
{
  g_autoptr(MskScanDesk) desk = msk_scan_desk_new (self->session, MSK_SCAN_ISSUE);
  g_autoptr(GError) error = NULL;
  g_autoptr(MskVerdict) selected = msk_scan_desk_choose_person (desk, person, &error);
  g_autoptr(MskVerdict) issued = NULL;

  g_assert_no_error (error);
  issued = msk_scan_desk_choose_copy (desk, number, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (issued->code, ==, "issued");
}

static void
take_result_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GAsyncResult **answer = user_data;

  *answer = g_object_ref (result);
}

gboolean
desk_test_print (DeskTest *self,
                 gint64 paper_id,
                 MskPrintResult *result,
                 GCancellable *cancellable,
                 GError **error)
{
  return desk_test_print_on (self, paper_id, DESK_TEST_PRINTER, result, cancellable, error);
}

gboolean
desk_test_print_on (DeskTest *self,
                    gint64 paper_id,
                    const char *printer,
                    MskPrintResult *result,
                    GCancellable *cancellable,
                    GError **error)
{
  g_autoptr(GAsyncResult) answer = NULL;
  gboolean printed;

  msk_print_desk_print_async (self->session, paper_id, printer, NULL, cancellable, take_result_cb,
                              &answer);
  while (answer == NULL)
    g_main_context_iteration (NULL, TRUE);
  printed = msk_print_desk_print_finish (self->session, answer, result, error);
  return printed;
}

guint
desk_test_add_good_copies (DeskTest *self, guint count)
{
  return desk_test_add_good_copies_of (self, PAPER_SECRET, count);
}

guint
desk_test_add_good_copies_of (DeskTest *self, gint64 paper_id, guint count)
{
  g_auto(MskTransaction) transaction = { NULL };
  g_autoptr(GError) error = NULL;
  guint first;

  desk_test_approve (self, paper_id, count, NULL);
  desk_test_sign_in (self, MSK_ROLE_DESK_CLERK);
  first = msk_print_desk_reserve (self->session, paper_id, count, &error);
  g_assert_no_error (error);

  g_assert_true (msk_session_begin (self->session, MSK_ACT_COPY_CONFIRM, &transaction, &error));
  for (guint number = first; number < first + count; number++)
    {
      g_autoptr(MskCopy) copy = msk_copy_store_get (transaction.database, number, &error);
      MskMovement movement = { .number = number,
                               .act = MSK_ACT_COPY_CONFIRM,
                               .from = MSK_COPY_PRINTING,
                               .to = MSK_COPY_IN_STORE,
                               .remark = "" };

      g_assert_true (msk_copy_store_set_attempt (&transaction, copy->serial, MSK_ATTEMPT_GOOD, "x",
                                                 "x", NULL, &error));
      g_assert_true (msk_copy_store_move (&transaction, &movement, &error));
    }
  g_assert_true (msk_session_commit (self->session, &transaction, &error));
  return first;
}

gint64
desk_test_approve (DeskTest *self, gint64 paper_id, guint copies, const char *place)
{
  const MskCopyRequestDraft draft = { copies, "会议用", "赵六", place };
  const MskApproval approval = { copies, "李四", "主任", "办公室", "批 1", 0, MSK_STANDING_COUNTY };
  g_autoptr(GError) error = NULL;
  gint64 request;

  desk_test_sign_in (self, MSK_ROLE_ORGANISER);
  request = msk_approval_desk_request (self->session, paper_id, &draft, &error);
  g_assert_no_error (error);
  desk_test_sign_in (self, MSK_ROLE_RESPONSIBLE_LEADER);
  g_assert_true (msk_approval_desk_approve (self->session, request, &approval, &error));
  g_assert_no_error (error);
  return request;
}

void
desk_test_sql (DeskTest *self, const char *sql)
{
  MskDatabase *database = msk_session_require_meeting (self->session, MSK_ACT_MEETING_READ, NULL);
  g_autoptr(GError) error = NULL;

  g_assert_true (msk_database_execute (database, sql, &error));
  g_assert_no_error (error);
}

void
desk_test_sql_refused (DeskTest *self, const char *sql)
{
  MskDatabase *database = msk_session_require_meeting (self->session, MSK_ACT_MEETING_READ, NULL);
  g_autoptr(GError) error = NULL;

  g_test_message ("%s", sql);
  g_assert_false (msk_database_execute (database, sql, &error));
  g_assert_nonnull (error);
}

void
desk_test_give_up (DeskTest *test, guint number)
{
  g_autofree char *sql =
      g_strdup_printf ("UPDATE attempt SET state = 'uncertain' WHERE copy_number = %u", number);
  g_autoptr(GError) error = NULL;

  desk_test_sql (test, sql);
  g_assert_true (msk_print_desk_never (test->session, number, "没有出纸", &error));
  g_assert_no_error (error);
  desk_test_sign_in (test, MSK_ROLE_SECURITY_OFFICER);
  g_assert_true (msk_print_desk_agree_never (test->session, number, &error));
  g_assert_no_error (error);
  desk_test_sign_in (test, MSK_ROLE_DESK_CLERK);
}
