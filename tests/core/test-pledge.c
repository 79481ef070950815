/* Texts, what people took note of, and what they lack (M1, M5, M8, P1).
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-pledge.h"

#include "msk-enum-types.h"
#include "msk-enum.h"
#include "msk-error.h"
#include "msk-notice-text.h"

#include "test-start.h"

#define KIND(kind) (1u << MSK_TEXT_##kind)
#define POST(post) (1u << MSK_POST_##post)
#define COMMON (KIND (BRIEFING) | KIND (PLEDGE) | KIND (NOTICE))

/* The program's own texts are sound in both languages, and say the same in as many paragraphs. */
static void
test_first_versions (void)
{
  for (MskTextKind kind = MSK_TEXT_BRIEFING; kind <= MSK_TEXT_DUTY; kind++)
    for (MskPost post = kind == MSK_TEXT_DUTY ? MSK_POST_LEADER : MSK_POST_NONE;
         post <= (kind == MSK_TEXT_DUTY ? MSK_POST_SERVICE : MSK_POST_NONE); post++)
      {
        g_autoptr(GError) error = NULL;
        g_autoptr(MskTextVersion) text = msk_text_version_new_first (kind, post, &error);
        g_auto(GStrv) chinese = NULL;
        g_auto(GStrv) english = NULL;

        g_test_message ("%d %d", (int) kind, (int) post);
        g_assert_no_error (error);
        chinese = msk_text_dup_paragraphs (text->chinese);
        english = msk_text_dup_paragraphs (text->english);
        g_assert_cmpuint (text->number, ==, 1);
        g_assert_cmpuint (g_strv_length (chinese), >=, 5);
        g_assert_cmpuint (g_strv_length (chinese), ==, g_strv_length (english));
        g_assert_false (g_str_is_ascii (text->chinese));
        for (guint i = 0; english[i] != NULL; i++)
          g_assert_cmpint (*english[i], !=, '#');
      }
}

static void
test_posts_have_names (void)
{
  g_autofree char *all = msk_posts_dup_label (MSK_POSTS_ALL);
  g_autofree char *none = msk_posts_dup_label (0);

  g_assert_cmpstr (all, ==,
                   "leader, secretary or clerk, staff member, print clerk, dispatch clerk, "
                   "computer operator, personnel officer, driver, service personnel");
  g_assert_cmpstr (none, ==, "");
  g_assert_cmpstr (msk_post_get_label (MSK_POST_NONE), ==, "");
}

static void
test_text_is_cleaned (void)
{
  static const struct
  {
    const char *given;
    const char *kept; /* NULL: refused */
  } cases[] = {
    { "题\n段", "题\n段" }, { " 题 \r\n\r\n  段\n\n", "题\n段" },
    { "题", NULL },         { "", NULL },
    { "\n\n", NULL },       { "题\n段\x01", NULL },
    { "题\n段\xff", NULL }, { "题\n\xe2\x80\xae段", NULL },
    { "a\tb\nc", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GError) error = NULL;
      g_autofree char *kept = msk_text_dup_clean (MSK_TEXT_PLEDGE, cases[i].given, &error);

      g_test_message ("%u", i);
      g_assert_cmpstr (kept, ==, cases[i].kept);
      if (cases[i].kept == NULL)
        g_assert_error (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_BAD_VALUE);
    }
}

static void
test_too_long_a_text_is_refused (void)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *longest = g_strnfill (7998, 'x');
  g_autofree char *fits = g_strconcat ("t\n", longest, NULL);
  g_autofree char *over = g_strconcat ("t\nx", longest, NULL);
  g_autofree char *lines = g_strnfill (122, '\n');
  g_autofree char *kept = msk_text_dup_clean (MSK_TEXT_PLEDGE, fits, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (kept, ==, fits);
  g_assert_null (msk_text_dup_clean (MSK_TEXT_PLEDGE, over, &error));
  g_assert_error (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_BAD_VALUE);
  g_clear_error (&error);
  for (guint i = 0; i < 122; i += 2)
    lines[i] = 'x';
  g_assert_null (msk_text_dup_clean (MSK_TEXT_PLEDGE, lines, &error));
  g_assert_error (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_BAD_VALUE);
}

#define GOOD_NOTICE "T\n#none A\na\n#notebook B\nb\n#free C\nc\nd\n#all\ne"

static void
test_notice_has_its_parts (void)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(MskNoticeText) text = msk_notice_text_parse (GOOD_NOTICE, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (text->title, ==, "T");
  g_assert_cmpstr (text->headings[MSK_RECORDING_NONE], ==, "A");
  g_assert_cmpstr (text->headings[MSK_RECORDING_NOTEBOOK], ==, "B");
  g_assert_cmpstr (text->headings[MSK_RECORDING_FREE], ==, "C");
  g_assert_cmpstr (text->lines[MSK_RECORDING_NOTEBOOK][0], ==, "b");
  g_assert_cmpuint (g_strv_length (text->lines[MSK_RECORDING_FREE]), ==, 2);
  g_assert_cmpstr (text->all[0], ==, "e");
}

static void
test_a_notice_without_its_parts_is_refused (void)
{
  static const char *const cases[] = {
    "",
    "#none A\na\n#notebook B\nb\n#free C\nc\n#all\ne",
    "T\n#notebook B\nb\n#none A\na\n#free C\nc\n#all\ne",
    "T\n#none A\na\n#notebook B\nb\n#free C\nc",
    "T\n#none A\na\n#notebook B\nb\n#free C\nc\n#all",
    "T\n#none A\n#notebook B\nb\n#free C\nc\n#all\ne",
    "T\n#none  \na\n#notebook B\nb\n#free C\nc\n#all\ne",
    "T\n#none\na\n#notebook B\nb\n#free C\nc\n#all\ne",
    GOOD_NOTICE "\n#more\nf",
    "T\n#none 12345678901234567890123456789012345678901\na\n#notebook B\nb\n#free C\nc\n#all\ne",
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GError) error = NULL;
      g_autoptr(MskNoticeText) text = msk_notice_text_parse (cases[i], &error);

      g_test_message ("%u", i);
      g_assert_null (text);
      g_assert_error (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_BAD_VALUE);
    }
}

static void
test_what_is_owed (void)
{
  static const struct
  {
    MskCapacity capacity;
    guint kinds;
    guint posts;
    guint acknowledged;
    const char *lacking;
  } cases[] = {
    { MSK_CAPACITY_DELEGATE, 0, 0, 0, "briefing, pledge, notice" },
    { MSK_CAPACITY_DELEGATE, COMMON, 0, 0, "" },
    { MSK_CAPACITY_OBSERVER, KIND (BRIEFING), 0, 0, "pledge, notice" },
    { MSK_CAPACITY_OBSERVER, COMMON, POST (DRIVER), 0, "duty card" },
    { MSK_CAPACITY_PRESS, COMMON, 0, 0, "undertaking of the press" },
    { MSK_CAPACITY_PRESS, COMMON | KIND (UNDERTAKING), 0, 0, "" },
    { MSK_CAPACITY_STAFF, COMMON, 0, 0, "duty card" },
    { MSK_CAPACITY_STAFF, COMMON, POST (STAFF), POST (STAFF), "" },
    { MSK_CAPACITY_STAFF, COMMON, POST (STAFF) | POST (DRIVER), POST (STAFF), "duty card" },
    { MSK_CAPACITY_STAFF, COMMON, 0, POST (STAFF), "duty card" },
    { MSK_CAPACITY_SERVICE, COMMON, POST (SERVICE), POST (SERVICE) | POST (DRIVER), "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const MskPledgeState state = msk_pledge_state_make (cases[i].capacity, cases[i].kinds,
                                                          cases[i].posts, cases[i].acknowledged);
      g_autofree char *lacking = msk_pledge_state_dup_lacking (&state);

      g_test_message ("%u", i);
      g_assert_cmpstr (lacking, ==, cases[i].lacking);
      g_assert_cmpint (msk_pledge_state_is_complete (&state), ==, *lacking == '\0');
    }
}

/* 先审后用, and M8. */
static void
test_who_may_take_note (void)
{
  static const struct
  {
    MskVetting vetting;
    MskCapacity capacity;
    MskTextKind kind;
    MskPost post;
    guint posts;
    GQuark (*domain) (void);
    int code;
  } cases[] = {
    { MSK_VETTING_APPROVED, MSK_CAPACITY_DELEGATE, MSK_TEXT_PLEDGE },
    { MSK_VETTING_APPROVED, MSK_CAPACITY_PRESS, MSK_TEXT_UNDERTAKING },
    { MSK_VETTING_APPROVED, MSK_CAPACITY_STAFF, MSK_TEXT_DUTY, MSK_POST_DRIVER, POST (DRIVER) },
    { MSK_VETTING_PROPOSED, MSK_CAPACITY_STAFF, MSK_TEXT_BRIEFING, MSK_POST_NONE, 0,
      msk_rule_error_quark, MSK_RULE_ERROR_LIST_NOT_DECIDED },
    { MSK_VETTING_SUBMITTED, MSK_CAPACITY_STAFF, MSK_TEXT_BRIEFING, MSK_POST_NONE, 0,
      msk_rule_error_quark, MSK_RULE_ERROR_LIST_NOT_DECIDED },
    { MSK_VETTING_REJECTED, MSK_CAPACITY_DELEGATE, MSK_TEXT_PLEDGE, MSK_POST_NONE, 0,
      msk_rule_error_quark, MSK_RULE_ERROR_REJECTED },
    { MSK_VETTING_WITHDRAWN, MSK_CAPACITY_DELEGATE, MSK_TEXT_PLEDGE, MSK_POST_NONE, 0,
      msk_rule_error_quark, MSK_RULE_ERROR_REJECTED },
    { MSK_VETTING_APPROVED, MSK_CAPACITY_DELEGATE, MSK_TEXT_UNDERTAKING, MSK_POST_NONE, 0,
      msk_input_error_quark, MSK_INPUT_ERROR_BAD_VALUE },
    { MSK_VETTING_APPROVED, MSK_CAPACITY_STAFF, MSK_TEXT_DUTY, MSK_POST_DRIVER, POST (STAFF),
      msk_input_error_quark, MSK_INPUT_ERROR_BAD_VALUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GError) error = NULL;
      g_autoptr(MskAttendee) person = msk_attendee_new ();
      gboolean may;

      person->vetting = cases[i].vetting;
      person->capacity = cases[i].capacity;
      may = msk_pledge_check (person, cases[i].kind, cases[i].post, cases[i].posts, &error);
      g_test_message ("%u", i);
      g_assert_cmpint (may, ==, cases[i].domain == NULL);
      if (cases[i].domain == NULL)
        g_assert_no_error (error);
      else
        g_assert_error (error, cases[i].domain (), cases[i].code);
    }
}

static void
test_only_what_is_signed_has_a_reference (void)
{
  g_autoptr(GError) error = NULL;

  g_assert_true (msk_manner_check (MSK_TEXT_PLEDGE, MSK_MANNER_ON_PAPER, "承 1", &error));
  g_assert_true (msk_manner_check (MSK_TEXT_PLEDGE, MSK_MANNER_IN_THE_ROOM, "", &error));
  g_assert_no_error (error);
  g_assert_false (msk_manner_check (MSK_TEXT_PLEDGE, MSK_MANNER_ON_PAPER, "", &error));
  g_assert_error (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_BAD_VALUE);
  g_clear_error (&error);
  g_assert_false (msk_manner_check (MSK_TEXT_PLEDGE, MSK_MANNER_IN_THE_ROOM, "承 1", &error));
  g_assert_error (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_BAD_VALUE);
  g_assert_cmpstr (msk_manner_get_label (MSK_MANNER_ON_PAPER), ==, "signed on paper");
}

int
main (int argc, char **argv)
{
  test_start (&argc, &argv);

  g_test_add_func ("/core/pledge/first-versions-are-sound", test_first_versions);
  g_test_add_func ("/core/pledge/posts-have-names", test_posts_have_names);
  g_test_add_func ("/core/pledge/text-is-cleaned", test_text_is_cleaned);
  g_test_add_func ("/core/pledge/too-long-a-text-is-refused", test_too_long_a_text_is_refused);
  g_test_add_func ("/core/pledge/notice-has-its-parts", test_notice_has_its_parts);
  g_test_add_func ("/core/pledge/a-notice-without-its-parts-is-refused",
                   test_a_notice_without_its_parts_is_refused);
  g_test_add_func ("/core/pledge/what-is-owed", test_what_is_owed);
  g_test_add_func ("/core/pledge/who-may-take-note", test_who_may_take_note);
  g_test_add_func ("/core/pledge/only-what-is-signed-has-a-reference",
                   test_only_what_is_signed_has_a_reference);

  return g_test_run ();
}
