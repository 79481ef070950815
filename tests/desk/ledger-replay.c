/* The ledger played from empty: what it says became of each copy.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-replay.h"

#include <json-glib/json-glib.h>
#include <string.h>

#include "msk-copy-number.h"
#include "msk-enum-types.h"
#include "msk-enum.h"

#define ENTRIES_AT_A_TIME 2000
#define COPY_SUBJECT "copy "

static const char *
get_word (JsonObject *details, const char *member)
{
  return json_object_get_string_member_with_default (details, member, "");
}

static guint
parse_number (const char *text)
{
  guint number = 0;

  g_assert_true (msk_copy_number_parse (text, &number));
  return number;
}

static void
add_numbers (GHashTable *copies, const char *paper, JsonObject *details)
{
  const guint last = parse_number (get_word (details, "last"));

  for (guint number = parse_number (get_word (details, "first")); number <= last; number++)
    {
      ReplayedCopy *copy = g_new0 (ReplayedCopy, 1);

      copy->number = number;
      copy->paper_id = g_ascii_strtoll (paper, NULL, 10);
      copy->state = MSK_COPY_PRINTING;
      g_assert_true (g_hash_table_insert (copies, GUINT_TO_POINTER (number), copy));
    }
}

static void
move_copy (GHashTable *copies, const MskLedgerLine *line, JsonObject *details)
{
  const char *subject = line->subject + strlen (COPY_SUBJECT);
  ReplayedCopy *copy = g_hash_table_lookup (copies, GUINT_TO_POINTER (parse_number (subject)));
  int from, to;

  g_assert_nonnull (copy);
  g_assert_true (msk_enum_parse (MSK_TYPE_COPY_STATE, get_word (details, "from"), &from));
  g_assert_true (msk_enum_parse (MSK_TYPE_COPY_STATE, get_word (details, "to"), &to));
  g_assert_cmpint (copy->state, ==, from);
  copy->state = (MskCopyState) to;
  if (g_str_has_suffix (line->act, "-undo"))
    copy->back = copy->before;
  else
    copy->before = copy->back;
  if (to == MSK_COPY_RETURNED)
    copy->back = 0;
  copy->holder_id =
      to == MSK_COPY_HELD ? g_ascii_strtoll (get_word (details, "attendee"), NULL, 10) : 0;
}

/* A count in part follows its movement. */
static void
count_pages (GHashTable *copies, const MskLedgerLine *line, JsonObject *details)
{
  const char *subject = line->subject + strlen (COPY_SUBJECT);
  ReplayedCopy *copy = g_hash_table_lookup (copies, GUINT_TO_POINTER (parse_number (subject)));

  g_assert_nonnull (copy);
  g_assert_cmpuint (g_ascii_strtoull (get_word (details, "here"), NULL, 10), ==,
                    g_str_equal (get_word (details, "outcome"), "whole") ? copy->before
                                                                         : copy->back);
  if (g_str_equal (get_word (details, "outcome"), "part"))
    copy->back += (guint) g_ascii_strtoull (get_word (details, "pages"), NULL, 10);
}

static void
play (GHashTable *copies, const MskLedgerLine *line)
{
  g_autoptr(JsonNode) node = json_from_string (line->details, NULL);
  JsonObject *details;

  g_assert_true (node != NULL && JSON_NODE_HOLDS_OBJECT (node));
  details = json_node_get_object (node);
  if (g_str_equal (line->act, "copy-reserve"))
    add_numbers (copies, line->subject + strlen ("paper "), details);
  else if (g_str_equal (line->act, "return-count"))
    count_pages (copies, line, details);
  else if (g_str_has_prefix (line->subject, COPY_SUBJECT) && json_object_has_member (details, "to"))
    move_copy (copies, line, details);
}

/* Newest first is how the desk gives them: they are put in order before they are played. */
GPtrArray *
ledger_replay_list (DeskTest *test)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func (g_object_unref);
  gint64 before = 0;

  do
    {
      g_autoptr(GError) error = NULL;
      g_autoptr(GPtrArray) some =
                     msk_ledger_desk_list (test->session, TRUE, before, ENTRIES_AT_A_TIME, &error);

      g_assert_no_error (error);
      for (guint i = 0; i < some->len; i++)
        g_ptr_array_add (lines, g_object_ref (some->pdata[i]));
      before = some->len > 0 ? MSK_LEDGER_LINE (lines->pdata[lines->len - 1])->sequence : 1;
    }
  while (before > 1);

  return lines;
}

GHashTable *
ledger_replay (DeskTest *test)
{
  GHashTable *copies = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  g_autoptr(GPtrArray) lines = NULL;

  desk_test_sign_in (test, MSK_ROLE_AUDITOR);
  lines = ledger_replay_list (test);
  for (guint i = lines->len; i > 0; i--)
    {
      g_assert_cmpint (MSK_LEDGER_LINE (lines->pdata[i - 1])->sequence, ==, lines->len - i + 1);
      play (copies, lines->pdata[i - 1]);
    }

  return copies;
}

void
ledger_replay_compare (DeskTest *test)
{
  g_autoptr(GHashTable) replayed = ledger_replay (test);
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) copies = msk_print_desk_list_copies (test->session, 0, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (copies->len, ==, g_hash_table_size (replayed));
  for (guint i = 0; i < copies->len; i++)
    {
      const MskCopy *copy = copies->pdata[i];
      const ReplayedCopy *other = g_hash_table_lookup (replayed, GUINT_TO_POINTER (copy->number));

      g_assert_nonnull (other);
      g_assert_cmpint (copy->state, ==, other->state);
      g_assert_cmpuint (copy->pages_back, ==, other->back);
      if (copy->state == MSK_COPY_HELD)
        g_assert_cmpint (copy->holder_id, ==, other->holder_id);
    }
}
