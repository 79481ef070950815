/* Papers that belong together: scopes, revisions and recalls, attachments, compilations.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-error.h"
#include "msk-ids.h"
#include "msk-preview-desk.h"
#include "msk-recall-desk.h"

#include "desk-test.h"

static const MskPaperDraft good_draft = { "办发 3", "题目",   MSK_LEVEL_SECRET,
                                          "5年",    "办公室", MSK_CAPACITY_ALL };

static gint64
add (DeskTest *test, const MskPaperDraft *draft, GError **error)
{
  g_autoptr(GBytes) file = desk_test_load_pdf ("plain");

  return msk_paper_desk_add (test->session, draft, file, NULL, error);
}

/* A revision of the Secret paper of the fixture, with its scope. */
static gint64
revise (DeskTest *test, GError **error)
{
  MskPaperDraft draft = good_draft;
  g_autoptr(MskPaper) old = NULL;

  desk_test_sign_in (test, MSK_ROLE_ORGANISER);
  old = msk_paper_desk_get (test->session, PAPER_SECRET, NULL);
  draft.document_number = "";
  draft.scope = old->scope;
  draft.replaces = PAPER_SECRET;
  return add (test, &draft, error);
}

static MskCopy *
get_copy (DeskTest *test, guint number)
{
  return msk_print_desk_get_copy (test->session, number, NULL);
}

static void
assert_refused (DeskTest *test, const MskPaperDraft *draft, GQuark domain, int code)
{
  const gint64 entries = desk_test_count_entries (test);
  g_autoptr(GError) error = NULL;

  g_assert_cmpint (add (test, draft, &error), ==, 0);
  g_assert_error (error, domain, code);
  g_assert_cmpint (desk_test_count_entries (test), ==, entries);
}

static void
test_fields (DeskTest *test, gconstpointer unused)
{
  MskPaperDraft draft = good_draft;
  g_autoptr(GArray) readers = msk_ids_parse ("2,1,2");
  g_autoptr(GError) error = NULL;
  g_autoptr(MskPaper) paper = NULL;

  desk_test_sign_in (test, MSK_ROLE_ORGANISER);
  draft.urgency = MSK_URGENCY_EXTRA_URGENT;
  draft.clearance = MSK_LEVEL_TOP_SECRET;
  draft.readers = readers;
  paper = msk_paper_desk_get (test->session, add (test, &draft, &error), NULL);
  g_assert_no_error (error);
  g_assert_cmpint (paper->urgency, ==, MSK_URGENCY_EXTRA_URGENT);
  g_assert_cmpint (paper->clearance, ==, MSK_LEVEL_TOP_SECRET);
  g_assert_cmpuint (paper->readers->len, ==, 2);
  g_assert_cmpuint (paper->revision, ==, 1);
  g_assert_cmpint (paper->replaced_by, ==, 0);

  g_array_set_size (readers, 0);
  draft.document_number = "办发 4";
  assert_refused (test, &draft, MSK_INPUT_ERROR, MSK_INPUT_ERROR_BAD_VALUE);
  g_array_append_val (readers, (gint64){ 999 });
  assert_refused (test, &draft, MSK_INPUT_ERROR, MSK_INPUT_ERROR_NOT_FOUND);
}

/* M3: the list of names decides at the desk, and it only becomes shorter. */
static void
test_narrow (DeskTest *test, gconstpointer unused)
{
  g_autoptr(GArray) readers = msk_ids_parse ("1,2");
  g_autoptr(GArray) more = msk_ids_parse ("1,3");
  MskScopeDraft draft = { .readers = readers, .reason = "上级来电" };
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) out = NULL;
  guint recalled;
  gint64 entries;

  desk_test_issue (test, PERSON_FIRST, COPY_GOOD);
  desk_test_issue (test, PERSON_THIRD, COPY_GOOD + 1);
  desk_test_sign_in (test, MSK_ROLE_RESPONSIBLE_LEADER);
  entries = desk_test_count_entries (test);
  g_assert_true (msk_recall_desk_narrow (test->session, PAPER_SECRET, &draft, &recalled, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (recalled, ==, 1);
  g_assert_cmpint (desk_test_count_entries (test), ==, entries + 2);
  out = msk_recall_desk_list (test->session, PAPER_SECRET, &error);
  g_assert_cmpuint (out->len, ==, 1);
  g_assert_cmpuint (MSK_COPY (out->pdata[0])->number, ==, COPY_GOOD + 1);
  g_assert_cmpint (MSK_COPY (out->pdata[0])->recall, ==, MSK_RECALL_SCOPE);

  draft.readers = more;
  g_assert_false (msk_recall_desk_narrow (test->session, PAPER_SECRET, &draft, NULL, &error));
  g_assert_error (error, MSK_RULE_ERROR, MSK_RULE_ERROR_SCOPE_WIDENED);
  g_clear_error (&error);
  draft.readers = NULL;
  g_assert_false (msk_recall_desk_narrow (test->session, PAPER_SECRET, &draft, NULL, &error));
  g_assert_error (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_BAD_VALUE);
  g_clear_error (&error);
  draft.clearance = MSK_LEVEL_TOP_SECRET;
  draft.reason = " ";
  g_assert_false (msk_recall_desk_narrow (test->session, PAPER_SECRET, &draft, NULL, &error));
  g_assert_error (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_BAD_VALUE);
  g_clear_error (&error);
  g_assert_cmpint (desk_test_count_entries (test), ==, entries + 2);

  desk_test_sign_in (test, MSK_ROLE_DESK_CLERK);
  draft.reason = "无";
  g_assert_false (msk_recall_desk_narrow (test->session, PAPER_SECRET, &draft, NULL, &error));
  g_assert_error (error, MSK_ACCESS_ERROR, MSK_ACCESS_ERROR_ROLE);
}

static void
test_named_people_alone_get_it (DeskTest *test, gconstpointer unused)
{
  g_autoptr(GArray) readers = msk_ids_parse ("2");
  MskScopeDraft draft = { .readers = readers, .reason = "上级来电" };
  g_autofree char *copy = NULL;
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;

  desk_test_sign_in (test, MSK_ROLE_RESPONSIBLE_LEADER);
  g_assert_true (msk_recall_desk_narrow (test->session, PAPER_SECRET, &draft, NULL, NULL));
  desk_test_sign_in (test, MSK_ROLE_DESK_CLERK);
  copy = desk_test_dup_copy_code (test, COPY_GOOD, 1);
  first = desk_test_dup_badge_code (test, PERSON_FIRST);
  second = desk_test_dup_badge_code (test, PERSON_SECOND);
  desk_test_expect (test, MSK_SCAN_ISSUE, copy, "copy-selected");
  desk_test_refuse (test, MSK_SCAN_ISSUE, first, "outside-scope", 1);
  desk_test_expect (test, MSK_SCAN_ISSUE, copy, "copy-selected");
  desk_test_expect (test, MSK_SCAN_ISSUE, second, "issued");
}

/* Whoever has the key and SQL widens no scope either. */
static void
test_register_widens_nothing (DeskTest *test, gconstpointer unused)
{
  static const char *const attempts[] = {
    "UPDATE paper SET scope = 31 WHERE id = 1",
    "UPDATE paper SET by_name = 0 WHERE id = 1",
    "UPDATE paper SET clearance = 'confidential' WHERE id = 1",
    "INSERT INTO paper_reader VALUES (1, 3, 0)",
    "UPDATE paper_reader SET withdrawn_at = 0 WHERE paper_id = 1",
    "DELETE FROM paper_reader WHERE paper_id = 1",
    "UPDATE paper SET title = 'x' WHERE id = 1",
  };
  g_autoptr(GArray) readers = msk_ids_parse ("1,2");
  g_autoptr(GArray) fewer = msk_ids_parse ("1");
  MskScopeDraft draft = { .readers = readers, .reason = "上级来电" };
  g_autoptr(GError) error = NULL;
  g_autoptr(MskPaper) paper = NULL;

  desk_test_sign_in (test, MSK_ROLE_RESPONSIBLE_LEADER);
  g_assert_true (msk_recall_desk_narrow (test->session, PAPER_SECRET, &draft, NULL, &error));
  draft.readers = fewer;
  g_assert_true (msk_recall_desk_narrow (test->session, PAPER_SECRET, &draft, NULL, &error));
  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (attempts); i++)
    desk_test_sql_refused (test, attempts[i]);

  paper = msk_paper_desk_get (test->session, PAPER_SECRET, NULL);
  g_assert_cmpuint (paper->readers->len, ==, 1);
}

/* Held copies are recalled, printed ones stay counted, numbers that were never printed are given
 * up, and the new revision begins with nothing. */
static void
test_revision (DeskTest *test, gconstpointer unused)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(MskPaper) old = NULL;
  g_autoptr(MskPaper) paper = NULL;
  g_autoptr(GPtrArray) out = NULL;
  g_autoptr(MskCopy) held = NULL;
  g_autoptr(MskCopy) stored = NULL;
  g_autoptr(MskCopy) reserved = NULL;
  guint number;
  gint64 id;

  desk_test_issue (test, PERSON_FIRST, COPY_GOOD);
  number = msk_print_desk_reserve (test->session, PAPER_SECRET, 1, &error);
  g_assert_no_error (error);
  id = revise (test, &error);
  g_assert_no_error (error);

  paper = msk_paper_desk_get (test->session, id, NULL);
  old = msk_paper_desk_get (test->session, PAPER_SECRET, NULL);
  g_assert_cmpstr (paper->document_number, ==, old->document_number);
  g_assert_cmpuint (paper->revision, ==, 2);
  g_assert_cmpuint (paper->approved, ==, 0);
  g_assert_cmpint (paper->replaces, ==, PAPER_SECRET);
  g_assert_cmpint (old->replaced_by, ==, id);

  held = get_copy (test, COPY_GOOD);
  stored = get_copy (test, COPY_GOOD + 1);
  reserved = get_copy (test, number);
  g_assert_cmpint (held->state, ==, MSK_COPY_HELD);
  g_assert_cmpint (held->recall, ==, MSK_RECALL_REVISED);
  g_assert_cmpint (stored->state, ==, MSK_COPY_IN_STORE);
  g_assert_cmpint (stored->recall, ==, MSK_RECALL_REVISED);
  g_assert_cmpint (reserved->state, ==, MSK_COPY_VOID);
  g_assert_cmpint (reserved->attempt, ==, MSK_ATTEMPT_VOID);
  out = msk_recall_desk_list (test->session, id, &error);
  g_assert_cmpuint (out->len, ==, 1);
  g_assert_cmpuint (MSK_COPY (out->pdata[0])->number, ==, COPY_GOOD);
  desk_test_assert_balance (test);
}

/* What is said before a revision is what it then does; what was recalled before is not counted. */
static void
test_revision_is_foreseen (DeskTest *test, gconstpointer unused)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) copies = NULL;
  MskRecallForecast forecast;
  guint recalled = 0;
  guint given_up = 0;

  desk_test_issue (test, PERSON_FIRST, COPY_GOOD);
  g_assert_cmpuint (msk_print_desk_reserve (test->session, PAPER_SECRET, 2, &error), >, 0);
  desk_test_sign_in (test, MSK_ROLE_ORGANISER);
  g_assert_true (msk_recall_desk_recall (test->session, COPY_GOOD + 1, "上级要求", NULL, &error));
  g_assert_true (msk_recall_desk_foresee_revision (test->session, PAPER_SECRET, &forecast, &error));
  g_assert_no_error (error);
  revise (test, &error);
  g_assert_no_error (error);

  copies = msk_print_desk_list_copies (test->session, PAPER_SECRET, &error);
  for (guint i = 0; i < copies->len; i++)
    {
      const MskCopy *copy = g_ptr_array_index (copies, i);

      recalled += copy->recall != MSK_RECALL_NONE && copy->number != COPY_GOOD + 1;
      given_up += copy->state == MSK_COPY_VOID;
    }
  g_assert_cmpuint (forecast.recalled, ==, recalled);
  g_assert_cmpuint (forecast.given_up, ==, given_up);
  g_assert_cmpuint (forecast.out, ==, 1);
}

static void
test_old_revision_is_at_an_end (DeskTest *test, gconstpointer unused)
{
  MskPaperDraft draft = good_draft;
  g_autoptr(GError) error = NULL;
  const MskCopyRequestDraft wanted = { 1, "会议用", "赵六", NULL };
  guint number = msk_print_desk_reserve (test->session, PAPER_SECRET, 1, &error);
  const gint64 id = revise (test, &error);

  g_assert_no_error (error);
  draft.replaces = PAPER_SECRET;
  draft.scope = 1;
  assert_refused (test, &draft, MSK_RULE_ERROR, MSK_RULE_ERROR_PAPER_REPLACED);
  draft.replaces = 0;
  draft.parent_id = PAPER_SECRET;
  assert_refused (test, &draft, MSK_RULE_ERROR, MSK_RULE_ERROR_PAPER_REPLACED);

  desk_test_sign_in (test, MSK_ROLE_ORGANISER);
  g_assert_cmpint (msk_approval_desk_request (test->session, PAPER_SECRET, &wanted, &error), ==, 0);
  g_assert_error (error, MSK_RULE_ERROR, MSK_RULE_ERROR_PAPER_REPLACED);
  g_clear_error (&error);
  desk_test_sign_in (test, MSK_ROLE_DESK_CLERK);
  g_assert_cmpuint (msk_print_desk_reserve (test->session, PAPER_SECRET, 1, &error), ==, 0);
  g_assert_error (error, MSK_RULE_ERROR, MSK_RULE_ERROR_PAPER_REPLACED);
  g_clear_error (&error);
  g_assert_false (msk_print_desk_reprint (test->session, number, &error));
  g_assert_error (error, MSK_RULE_ERROR, MSK_RULE_ERROR_PAPER_REPLACED);
  g_clear_error (&error);
  g_assert_false (desk_test_print (test, PAPER_SECRET, NULL, NULL, &error));
  g_assert_error (error, MSK_RULE_ERROR, MSK_RULE_ERROR_PAPER_REPLACED);
  g_clear_error (&error);

  /* Its own approval, and numbers that go on from the old ones. */
  g_assert_cmpuint (msk_print_desk_reserve (test->session, id, 1, &error), ==, 0);
  g_assert_error (error, MSK_RULE_ERROR, MSK_RULE_ERROR_PAPER_NOT_APPROVED);
}

static void
test_recalled_at_the_desk (DeskTest *test, gconstpointer unused)
{
  g_autofree char *held = desk_test_dup_copy_code (test, COPY_GOOD, 1);
  g_autofree char *stored = desk_test_dup_copy_code (test, COPY_GOOD + 1, 1);
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) out = NULL;

  desk_test_issue (test, PERSON_FIRST, COPY_GOOD);
  revise (test, &error);
  g_assert_no_error (error);
  desk_test_sign_in (test, MSK_ROLE_DESK_CLERK);
  desk_test_refuse (test, MSK_SCAN_ISSUE, stored, "copy-recalled", 1);
  desk_test_refuse (test, MSK_SCAN_ISSUE, held, "copy-recalled", 1);
  desk_test_expect (test, MSK_SCAN_RETURN, held, "returned");
  desk_test_refuse (test, MSK_SCAN_ISSUE, held, "copy-recalled", 1);
  out = msk_recall_desk_list (test->session, 0, &error);
  g_assert_cmpuint (out->len, ==, 0);
}

/* A revision is no way round M3. */
static void
test_revision_is_not_wider (DeskTest *test, gconstpointer unused)
{
  MskPaperDraft draft = good_draft;

  desk_test_sign_in (test, MSK_ROLE_ORGANISER);
  draft.document_number = "";
  draft.replaces = PAPER_SECRET;
  draft.scope = MSK_CAPACITY_ALL;
  assert_refused (test, &draft, MSK_RULE_ERROR, MSK_RULE_ERROR_SCOPE_WIDENED);
}

/* Lowering a level is not for who revises. */
static void
test_revision_is_not_lower (DeskTest *test, gconstpointer unused)
{
  MskPaperDraft draft = good_draft;
  g_autoptr(MskPaper) old = NULL;

  desk_test_sign_in (test, MSK_ROLE_ORGANISER);
  old = msk_paper_desk_get (test->session, PAPER_SECRET, NULL);
  draft.document_number = "";
  draft.replaces = PAPER_SECRET;
  draft.scope = old->scope;
  draft.level = MSK_LEVEL_CONFIDENTIAL;
  assert_refused (test, &draft, MSK_RULE_ERROR, MSK_RULE_ERROR_BELOW_LAST_REVISION);
}

static void
test_attachments (DeskTest *test, gconstpointer unused)
{
  MskPaperDraft draft = good_draft;
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) attachments = NULL;
  gint64 first, third, revised;

  desk_test_sign_in (test, MSK_ROLE_ORGANISER);
  draft.document_number = "";
  draft.parent_id = PAPER_SECRET;
  draft.attachment = 3;
  third = add (test, &draft, &error);
  g_assert_no_error (error);
  assert_refused (test, &draft, MSK_RULE_ERROR, MSK_RULE_ERROR_EXISTS);
  draft.attachment = 1;
  first = add (test, &draft, &error);
  g_assert_no_error (error);
  draft.parent_id = third;
  assert_refused (test, &draft, MSK_INPUT_ERROR, MSK_INPUT_ERROR_BAD_VALUE);

  /* They stay with the document when it, or one of them, is revised; the next number goes on. */
  revised = revise (test, &error);
  g_assert_no_error (error);
  draft.parent_id = 0;
  draft.replaces = first;
  g_assert_cmpint (add (test, &draft, &error), >, 0);
  g_assert_no_error (error);
  draft.replaces = 0;
  draft.parent_id = revised;
  draft.attachment = 0;
  g_assert_cmpint (add (test, &draft, &error), >, 0);
  g_assert_no_error (error);
  attachments = msk_paper_desk_list_attachments (test->session, revised, &error);
  g_assert_cmpuint (attachments->len, ==, 3);
  g_assert_cmpstr (MSK_PAPER (attachments->pdata[0])->document_number, ==, "办发 1 附件1");
  g_assert_cmpuint (MSK_PAPER (attachments->pdata[0])->revision, ==, 2);
  g_assert_cmpuint (MSK_PAPER (attachments->pdata[1])->attachment, ==, 3);
  g_assert_cmpuint (MSK_PAPER (attachments->pdata[2])->attachment, ==, 4);
}

/* C4. */
static void
test_compilation (DeskTest *test, gconstpointer unused)
{
  MskPaperDraft draft = good_draft;
  g_autoptr(GArray) parts = msk_ids_parse ("1,2");
  g_autoptr(GError) error = NULL;
  g_autoptr(MskPaper) part = NULL;
  g_autoptr(MskPaper) paper = NULL;

  desk_test_sign_in (test, MSK_ROLE_ORGANISER);
  part = msk_paper_desk_get (test->session, PAPER_SECRET, NULL);
  draft.parts = parts;
  draft.level = MSK_LEVEL_CONFIDENTIAL;
  draft.period = "";
  assert_refused (test, &draft, MSK_RULE_ERROR, MSK_RULE_ERROR_BELOW_ITS_PARTS);
  draft.level = MSK_LEVEL_SECRET;
  draft.period = "1个月";
  assert_refused (test, &draft, MSK_RULE_ERROR, MSK_RULE_ERROR_BELOW_ITS_PARTS);
  draft.period = "";
  paper = msk_paper_desk_get (test->session, add (test, &draft, &error), NULL);
  g_assert_no_error (error);
  g_assert_cmpuint (paper->parts->len, ==, 2);
}

/* A3: none of the three officers sees a paper; whoever does stands in the ledger. */
static void
test_preview (DeskTest *test, gconstpointer unused)
{
  static const MskRole officers[] = { MSK_ROLE_SECURITY_OFFICER, MSK_ROLE_AUDITOR };
  g_autoptr(MskPreview) preview = NULL;
  g_autoptr(MskPreviewPage) plain = NULL;
  g_autoptr(MskPreviewPage) stamped = NULL;
  g_autoptr(GError) error = NULL;
  gint64 entries;

  for (guint i = 0; i < G_N_ELEMENTS (officers); i++)
    {
      desk_test_sign_in (test, officers[i]);
      g_assert_null (msk_preview_desk_open (test->session, PAPER_SECRET, &error));
      g_assert_error (error, MSK_ACCESS_ERROR, MSK_ACCESS_ERROR_ROLE);
      g_clear_error (&error);
    }

  desk_test_sign_in (test, MSK_ROLE_DESK_CLERK);
  entries = desk_test_count_entries (test);
  preview = msk_preview_desk_open (test->session, PAPER_SECRET, &error);
  g_assert_no_error (error);
  g_assert_cmpint (desk_test_count_entries (test), ==, entries + 1);
  plain = msk_preview_draw (preview, 1, 200, FALSE, &error);
  g_assert_no_error (error);
  stamped = msk_preview_draw (preview, 1, 200, TRUE, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (MAX (plain->width, plain->height), ==, 200);
  g_assert_false (g_bytes_equal (plain->pixels, stamped->pixels));
  g_assert_null (msk_preview_draw (preview, PAPER_PAGES + 1, 200, FALSE, &error));
  g_assert_error (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_BAD_VALUE);
}

static void
keep_answer_cb (GObject *source, GAsyncResult *answer, gpointer user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (answer);
}

/* Draws beside the window; lock says that the screen is locked before the picture is there. */
static MskPreviewPage *
draw_beside (DeskTest *test,
             MskPreview *preview,
             guint page,
             GCancellable *cancellable,
             gboolean lock,
             GError **error)
{
  g_autoptr(GAsyncResult) answer = NULL;

  msk_preview_draw_async (preview, page, 200, page % 2 == 0, cancellable, keep_answer_cb, &answer);
  if (lock)
    msk_session_lock (test->session);
  while (answer == NULL)
    g_main_context_iteration (NULL, TRUE);
  return msk_preview_draw_finish (preview, answer, error);
}

/* One entry a look, not one a page; and a picture that comes too late is shown to nobody. */
static void
test_preview_beside (DeskTest *test, gconstpointer unused)
{
  g_autoptr(GCancellable) cancelled = g_cancellable_new ();
  g_autoptr(MskPreview) preview = NULL;
  g_autoptr(GError) error = NULL;
  gint64 entries;

  desk_test_sign_in (test, MSK_ROLE_RESPONSIBLE_LEADER);
  entries = desk_test_count_entries (test);
  preview = msk_preview_desk_open (test->session, PAPER_SECRET, &error);
  g_assert_no_error (error);
  for (guint page = 1; page <= PAPER_PAGES; page++)
    {
      g_autoptr(MskPreviewPage) drawn = draw_beside (test, preview, page, NULL, FALSE, &error);

      g_assert_no_error (error);
      g_assert_cmpuint (MAX (drawn->width, drawn->height), ==, 200);
    }
  g_assert_cmpint (desk_test_count_entries (test), ==, entries + 1);

  g_assert_null (draw_beside (test, preview, 0, NULL, FALSE, &error));
  g_assert_error (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_BAD_VALUE);
  g_clear_error (&error);
  g_cancellable_cancel (cancelled);
  g_assert_null (draw_beside (test, preview, 1, cancelled, FALSE, &error));
  g_assert_error (error, MSK_SYSTEM_ERROR, MSK_SYSTEM_ERROR_CANCELLED);
  g_clear_error (&error);
  g_assert_null (draw_beside (test, preview, 1, NULL, TRUE, &error));
  g_assert_error (error, MSK_ACCESS_ERROR, MSK_ACCESS_ERROR_LOCKED);
}

int
main (int argc, char **argv)
{
  desk_test_start (&argc, &argv);

#define ADD(name, function)                                                                        \
  g_test_add ("/desk/papers/" name, DeskTest, NULL, desk_test_set_up_inside, function,             \
              desk_test_tear_down)
  ADD ("urgency-names-and-clearance-are-kept", test_fields);
  ADD ("scope-is-narrowed-and-never-widened", test_narrow);
  ADD ("named-people-alone-get-it", test_named_people_alone_get_it);
  ADD ("the-register-widens-nothing", test_register_widens_nothing);
  ADD ("revision-recalls-and-gives-up", test_revision);
  ADD ("old-revision-is-at-an-end", test_old_revision_is_at_an_end);
  ADD ("a-revision-is-foreseen", test_revision_is_foreseen);
  ADD ("recalled-copies-at-the-desk", test_recalled_at_the_desk);
  ADD ("revision-is-not-wider", test_revision_is_not_wider);
  ADD ("revision-is-not-lower", test_revision_is_not_lower);
  ADD ("attachments-stay-with-their-document", test_attachments);
  ADD ("compilation-is-not-below-its-parts", test_compilation);
  ADD ("officers-see-no-page-and-others-are-recorded", test_preview);
  ADD ("pages-drawn-beside-the-window-are-one-look", test_preview_beside);
#undef ADD
  return desk_test_run ();
}
