/* People who are entered by hand: what is doubtful, as in a file; names that look alike; refusals
 * of many that name whom they are about. SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-error.h"
#include "msk-look-alike.h"

#include "desk-test.h"

static guint
count_people (DeskTest *test)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) people = msk_vetting_desk_list (test->session, &error);

  g_assert_no_error (error);
  return people->len;
}

/* The newest entry of the meeting's ledger has this in its details. Signs in as the organiser. */
static void
assert_newest (DeskTest *test, const char *act, const char *details)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) lines = NULL;
  const MskLedgerLine *line;

  desk_test_sign_in (test, MSK_ROLE_AUDITOR);
  lines = msk_ledger_desk_list (test->session, TRUE, 0, 1, &error);
  g_assert_no_error (error);
  desk_test_sign_in (test, MSK_ROLE_ORGANISER);
  line = g_ptr_array_index (lines, 0);
  g_assert_cmpstr (line->act, ==, act);
  if (strstr (line->details, details) == NULL)
    g_error ("%s is not in %s", details, line->details);
}

static void
test_looks (void)
{
  static const struct
  {
    const char *a;
    const char *b;
    gboolean alike;
  } pairs[] = {
    { "Anna Cole", "Аnna Cole", TRUE },
    { "Bob Two", "Вob Two", TRUE },
    { "BOB", "ВОВ", TRUE },
    { "Вob", "BOB", TRUE },
    { "anna", "Anna", TRUE },
    { "Сергей", "Cергей", TRUE },
    { "Ian", "lan", TRUE },
    { "王士", "王土", TRUE },
    { "Anna Cole", "Anne Cole", FALSE },
    { "张三", "章三", FALSE },
    { "王伟", "汪伟", FALSE },
    { "李明", "李铭", FALSE },
    { "吴强", "吳强", TRUE },
    { "張三", "张三", TRUE },
    { "买买提·艾力", "买买提-艾力", TRUE },
    { "买买提·艾力", "买买提．艾力", TRUE },
    { "Zheng Jiu", "Zheng-Jiu", TRUE },
    { "Wang Yi", "Wang Yi.", TRUE },
    { "Wang Yi", "Wang_Yi", TRUE },
    { "Wang Yi", "Wáng Yi", TRUE },
    { "Wang Yi", "WANG YI", TRUE },
    { "Wang Yi", "Yi Wang", TRUE },
    { "Wang Yi", "Yi Wаng", TRUE },
    { "Wang Yi", "YiWang", TRUE },
    { "Wang Yi", "Wang Yu", FALSE },
    { "Wang Yi", "Wang Yi 2", FALSE },
    { "王建国", "国王建", FALSE },
    { "王一", "王", FALSE },
    { "たかし", "たがし", FALSE },
    { ".", "-", FALSE },
    { "王1", "王2", FALSE },
    { "刘未", "刘末", FALSE },
    { "陈己", "陈已", FALSE },
    { "Сергей", "Сергеи", FALSE },
    { "محمد", "محمود", FALSE },
    { "欧阳修", "欧阳脩", FALSE },
    { "", "a", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      g_auto(GStrv) a = msk_look_alike_dup_all (pairs[i].a);
      g_auto(GStrv) b = msk_look_alike_dup_all (pairs[i].b);

      g_test_message ("%s %s", pairs[i].a, pairs[i].b);
      g_assert_true (msk_look_alike_share ((const char *const *) a, (const char *const *) b) ==
                     pairs[i].alike);
      g_assert_true (msk_look_alike (pairs[i].a, pairs[i].b) == pairs[i].alike);
      g_assert_true (msk_look_alike (pairs[i].b, pairs[i].a) == pairs[i].alike);
    }
}

/* None of the surnames is taken for another, in front of many given names. */
static void
test_surnames (void)
{
  static const char surnames[] = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾"
                                 "肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏"
                                 "韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴"
                                 "莫孔向汤章";
  g_autoptr(GHashTable) looks = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  const gint64 begin = g_get_monotonic_time ();
  guint people = 0;

  for (const char *at = surnames; *at != '\0'; at = g_utf8_next_char (at))
    for (gunichar given = 0x4E00; given < 0x4E00 + 51; given++)
      {
        g_autoptr(GString) name = g_string_new (NULL);
        g_auto(GStrv) own = NULL;

        /* 丟, which is another writing of 丢. */
        if (given == 0x4E1F)
          continue;
        g_string_append_unichar (name, g_utf8_get_char (at));
        g_string_append_unichar (name, given);
        own = msk_look_alike_dup_all (name->str);
        for (guint i = 0; own[i] != NULL; i++)
          if (!g_hash_table_add (looks, g_strdup (own[i])))
            g_error ("%s is taken for somebody before", name->str);
        people++;
      }
  g_test_message ("%u names in %.3f s", people,
                  (double) (g_get_monotonic_time () - begin) / G_USEC_PER_SEC);
  g_assert_cmpuint (people, >=, 5000);
}

static void
test_add (DeskTest *test, gconstpointer unused)
{
  static const struct
  {
    const char *name;
    const char *unit;
    const char *post;
    MskLevel clearance;
    const char *said;
    const char *details;
  } people[] = {
    { "王 1", "别处", "科员", MSK_LEVEL_SECRET, "same name", "\"warnings\":\"1\"" },
    { "Anna", "别处", "科员", MSK_LEVEL_SECRET, NULL, "\"people\":\"1\"" },
    { "Аnna", "别处", "科员", MSK_LEVEL_SECRET, "looks the same", "\"warnings\":\"1\"" },
    { "某人", "", "", MSK_LEVEL_CONFIDENTIAL, "unit is missing", "\"warnings\":\"3\"" },
    { "无职", "别处", NULL, MSK_LEVEL_SECRET, "post is missing", "\"warnings\":\"1\"" },
    { "低级", "别处", "科员", MSK_LEVEL_CONFIDENTIAL, "below the level", "\"warnings\":\"1\"" },
  };
  g_autoptr(GError) error = NULL;

  desk_test_sign_in (test, MSK_ROLE_ORGANISER);
  for (guint i = 0; i < G_N_ELEMENTS (people); i++)
    {
      MskAttendeeDraft draft = { people[i].name, people[i].unit, people[i].post,
                                 MSK_CAPACITY_DELEGATE, people[i].clearance };
      const guint before = count_people (test);
      const gint64 entries = desk_test_count_entries (test);
      g_autoptr(MskAttendeeList) list = msk_vetting_desk_judge (test->session, 0, &draft, &error);
      gint64 id = 0;

      g_assert_no_error (error);
      g_assert_true ((list->n_warnings > 0) == (people[i].said != NULL));
      if (people[i].said != NULL)
        {
          desk_test_assert_rule (msk_vetting_desk_add (test->session, &draft, &id, &error), &error,
                                 MSK_RULE_ERROR_LIST_DOUBTFUL);
          g_assert_nonnull (
              strstr (MSK_LIST_REMARK (list->warnings->pdata[0])->text, people[i].said));
          g_assert_cmpuint (count_people (test), ==, before);
          g_assert_cmpint (desk_test_count_entries (test), ==, entries);
        }
      draft.accepted = people[i].said != NULL;
      g_assert_true (msk_vetting_desk_add (test->session, &draft, &id, &error));
      g_assert_no_error (error);
      g_assert_cmpint (id, ==, before + 1);
      assert_newest (test, "attendee-add", people[i].details);
    }
}

/* Nobody is taken for themselves, under whichever entry; the others are looked at. */
static void
test_change (DeskTest *test, gconstpointer unused)
{
  MskAttendeeDraft draft = { "王1", "新处", "处长", MSK_CAPACITY_DELEGATE, MSK_LEVEL_TOP_SECRET };
  g_autoptr(GError) error = NULL;
  gint64 id, again;

  desk_test_sign_in (test, MSK_ROLE_ORGANISER);
  g_assert_true (msk_vetting_desk_change (test->session, PERSON_FIRST, &draft, &id, NULL, &error));
  g_assert_no_error (error);
  draft.post = "副处长";
  g_assert_true (msk_vetting_desk_change (test->session, id, &draft, &again, NULL, &error));
  g_assert_no_error (error);
  draft.name = "王2";
  desk_test_assert_rule (msk_vetting_desk_change (test->session, id, &draft, &again, NULL, &error),
                         &error, MSK_RULE_ERROR_LIST_DOUBTFUL);
  draft.name = "王1";
  draft.clearance = MSK_LEVEL_CONFIDENTIAL;
  desk_test_assert_rule (msk_vetting_desk_change (test->session, id, &draft, &again, NULL, &error),
                         &error, MSK_RULE_ERROR_LIST_DOUBTFUL);
  draft.accepted = TRUE;
  g_assert_true (msk_vetting_desk_change (test->session, id, &draft, &again, NULL, &error));
  g_assert_no_error (error);
  assert_newest (test, "attendee-change", "\"warnings\":\"1\"");
}

static void
submit_and_approve_rest (DeskTest *test, int approved, GError **error)
{
  desk_test_sign_in (test, MSK_ROLE_ORGANISER);
  g_assert_cmpint (msk_vetting_desk_submit (test->session, NULL), >, 0);
  desk_test_sign_in (test, MSK_ROLE_RESPONSIBLE_LEADER);
  g_assert_cmpint (msk_vetting_desk_approve_rest (test->session, "同意", error), ==, approved);
}

/* Somebody who looks like one who was rejected is decided by name. */
static void
test_barred_look (DeskTest *test, gconstpointer unused)
{
  static const struct
  {
    const char *barred;
    const char *other;
  } rows[] = {
    { "Anna", "Аnna" },
    { "张三", "張三" },
    { "買買提·艾力", "买买提·艾力" },
    { "古丽·艾力", "古丽-艾力" },
    { "阿依·艾力", "阿依．艾力" },
    { "Zheng Jiu", "Zheng-Jiu" },
    { "José", "Jose" },
    { "Wu Ba", "Ba Wu" },
  };
  g_autoptr(GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      MskAttendeeDraft draft = { rows[i].barred, "别处", "科员", MSK_CAPACITY_DELEGATE,
                                 MSK_LEVEL_SECRET };
      gint64 id;

      g_test_message ("%s %s", rows[i].barred, rows[i].other);
      desk_test_sign_in (test, MSK_ROLE_ORGANISER);
      g_assert_true (msk_vetting_desk_add (test->session, &draft, &id, &error));
      g_assert_cmpint (msk_vetting_desk_submit (test->session, &error), ==, 1);
      desk_test_sign_in (test, MSK_ROLE_RESPONSIBLE_LEADER);
      g_assert_true (msk_vetting_desk_reject (test->session, id, "无关", &error));
      g_assert_no_error (error);

      desk_test_sign_in (test, MSK_ROLE_ORGANISER);
      draft.name = rows[i].other;
      draft.unit = "他处";
      desk_test_assert_rule (msk_vetting_desk_add (test->session, &draft, NULL, &error), &error,
                             MSK_RULE_ERROR_LIST_DOUBTFUL);
      draft.accepted = TRUE;
      g_assert_true (msk_vetting_desk_add (test->session, &draft, NULL, &error));
      g_assert_no_error (error);
      submit_and_approve_rest (test, 0, &error);
      g_assert_no_error (error);
    }
}

/* One of many stands in the way: the refusal says who. */
static void
test_named (DeskTest *test, gconstpointer unused)
{
  MskAttendeeDraft draft = { "甲某", "一处", "科员", MSK_CAPACITY_DELEGATE, MSK_LEVEL_SECRET };
  g_autoptr(GError) error = NULL;

  desk_test_sign_in (test, MSK_ROLE_ORGANISER);
  g_assert_true (msk_vetting_desk_add (test->session, &draft, NULL, &error));
  draft.name = "乙某";
  draft.unit = "车队";
  draft.capacity = MSK_CAPACITY_SERVICE;
  /* Whoever starts when all is over could be briefed whenever one likes. */
  draft.post_starts_at = msk_session_get_meeting (test->session)->ends_at + 1;
  g_assert_false (msk_vetting_desk_add (test->session, &draft, NULL, &error));
  g_assert_error (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_BAD_TIME);
  g_clear_error (&error);
  draft.post_starts_at = desk_test_now - 60;
  g_assert_true (msk_vetting_desk_add (test->session, &draft, NULL, &error));
  g_assert_no_error (error);
  submit_and_approve_rest (test, -1, &error);
  g_assert_error (error, MSK_RULE_ERROR, MSK_RULE_ERROR_POST_STARTED);
  g_assert_nonnull (strstr (error->message, "乙某 (车队)"));
  g_clear_error (&error);
  g_assert_null (msk_vetting_desk_seal (test->session, &error));
  g_assert_error (error, MSK_RULE_ERROR, MSK_RULE_ERROR_LIST_NOT_DECIDED);
  g_assert_nonnull (strstr (error->message, "甲某 (一处)"));
}

int
main (int argc, char **argv)
{
  desk_test_start (&argc, &argv);

  g_test_add_func ("/desk/look-alike/pairs", test_looks);
  g_test_add_func ("/desk/look-alike/ordinary-names-are-told-apart", test_surnames);
#define ADD(name, function)                                                                        \
  g_test_add ("/desk/doubts/" name, DeskTest, NULL, desk_test_set_up, function, desk_test_tear_down)
  ADD ("added-by-hand", test_add);
  ADD ("changed-by-hand", test_change);
  ADD ("looks-like-somebody-barred", test_barred_look);
  ADD ("many-are-refused-by-name", test_named);
#undef ADD
  return desk_test_run ();
}
