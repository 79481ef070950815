/* Numbers of copies, and of copies of copies: how they hang together, are written and are read.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-copy-number.h"

#include "test-start.h"

static const struct
{
  guint number;
  guint parent;
  guint root;
  guint ordinal;
  guint depth;
  guint room;
  const char *text;
} known[] = {
  { 1, 0, 1, 0, 0, 255, "000001" },
  { 14, 0, 14, 0, 0, 255, "000014" },
  { 999999, 0, 999999, 0, 0, 255, "999999" },
  { 1000014, 14, 14, 1, 1, 15, "000014/1" },
  { 12000014, 14, 14, 12, 1, 15, "000014/12" },
  { 255999999, 999999, 999999, 255, 1, 15, "999999/255" },
  { 257000014, 1000014, 14, 1, 2, 0, "000014/1/1" },
  { 4095999999u, 255999999, 999999, 15, 2, 0, "999999/255/15" },
};

static void
test_parts (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (known); i++)
    {
      const guint number = known[i].number;
      g_autofree char *text = msk_copy_number_dup_text (number);

      g_assert_true (msk_copy_number_is_valid (number));
      g_assert_cmpuint (msk_copy_number_get_parent (number), ==, known[i].parent);
      g_assert_cmpuint (msk_copy_number_get_root (number), ==, known[i].root);
      g_assert_cmpuint (msk_copy_number_get_ordinal (number), ==, known[i].ordinal);
      g_assert_cmpuint (msk_copy_number_get_depth (number), ==, known[i].depth);
      g_assert_cmpuint (msk_copy_number_get_room (number), ==, known[i].room);
      g_assert_cmpint (msk_copy_number_is_reproduction (number), ==, known[i].parent != 0);
      g_assert_cmpstr (text, ==, known[i].text);
      if (known[i].parent != 0)
        g_assert_cmpuint (msk_copy_number_get_child (known[i].parent, known[i].ordinal), ==,
                          number);
    }
}

/* No two copies of one tree, however large, share a number, and each is read as it is written. */
static void
test_every_child (void)
{
  g_autoptr(GHashTable) seen = g_hash_table_new (NULL, NULL);

  for (guint first = 1; first <= MSK_COPY_NUMBER_FIRST_MAX; first++)
    {
      const guint child = msk_copy_number_get_child (999999, first);

      g_assert_true (g_hash_table_add (seen, GUINT_TO_POINTER (child)));
      for (guint second = 1; second <= MSK_COPY_NUMBER_SECOND_MAX; second++)
        {
          const guint grandchild = msk_copy_number_get_child (child, second);
          g_autofree char *text = msk_copy_number_dup_text (grandchild);
          guint read;

          g_assert_true (g_hash_table_add (seen, GUINT_TO_POINTER (grandchild)));
          g_assert_cmpuint (msk_copy_number_get_parent (grandchild), ==, child);
          g_assert_true (msk_copy_number_parse (text, &read));
          g_assert_cmpuint (read, ==, grandchild);
        }
    }
  g_assert_cmpuint (g_hash_table_size (seen), ==, 255 * 16);
}

static void
test_invalid (void)
{
  /* A second ordinal without a first, no plain number, and what is beyond the largest. */
  static const gint64 numbers[] = { 0, -1, 1000000, 256000014, 256000000, 4096000001, G_MAXINT64 };

  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    g_assert_false (msk_copy_number_is_valid (numbers[i]));
}

static void
test_tree (void)
{
  g_assert_true (msk_copy_number_is_above (14, 14));
  g_assert_true (msk_copy_number_is_above (14, 1000014));
  g_assert_true (msk_copy_number_is_above (14, 257000014));
  g_assert_true (msk_copy_number_is_above (1000014, 257000014));
  g_assert_false (msk_copy_number_is_above (1000014, 14));
  g_assert_false (msk_copy_number_is_above (2000014, 257000014));
  g_assert_false (msk_copy_number_is_above (15, 1000014));
}

static void
test_order (void)
{
  static const guint order[] = { 13, 14, 1000014, 257000014, 513000014, 2000014, 12000014, 15 };

  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    for (guint j = 0; j < G_N_ELEMENTS (order); j++)
      g_assert_cmpint (msk_copy_number_compare (order[i], order[j]), ==, (i > j) - (i < j));
}

static void
test_ordinal_text (void)
{
  g_autofree char *plain = msk_copy_number_dup_ordinal_text (114, 14);
  g_autofree char *child = msk_copy_number_dup_ordinal_text (1000114, 14);
  g_autofree char *grandchild = msk_copy_number_dup_ordinal_text (257000114, 14);

  g_assert_cmpstr (plain, ==, "14");
  g_assert_cmpstr (child, ==, "14/1");
  g_assert_cmpstr (grandchild, ==, "14/1/1");
}

static void
test_read (void)
{
  static const struct
  {
    const char *text;
    guint number;
  } good[] = {
    { "14", 14 },
    { "000014", 14 },
    { "014", 14 },
    { "999999", 999999 },
    { "14/1", 1000014 },
    { "000014/1", 1000014 },
    { "000014/12", 12000014 },
    { "14/1/1", 257000014 },
    { "999999/255/15", 4095999999u },
  };
  static const char *const bad[] = {
    "",       "0",     "000000", "1000000",       "1000014",  "0000014",       "-14",      "+14",
    " 14",    "14 ",   "14a",    "14/",           "/1",       "14//1",         "14/0",     "14/01",
    "14/256", "14/1/", "14/1/0", "14/1/16",       "14/1/1/1", "14/255/16",     "14/-1",    "14/ 1",
    "１４",   "14／1", "14\n",   "14/1000000014", "0x14",     "14/4294967297", "000000/1",
  };

  for (guint i = 0; i < G_N_ELEMENTS (good); i++)
    {
      guint number = 0;

      g_assert_true (msk_copy_number_parse (good[i].text, &number));
      g_assert_cmpuint (number, ==, good[i].number);
    }
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      guint number = 77;

      g_test_message ("“%s”", bad[i]);
      g_assert_false (msk_copy_number_parse (bad[i], &number));
      g_assert_cmpuint (number, ==, 77);
    }
}

int
main (int argc, char **argv)
{
  test_start (&argc, &argv);
  g_test_add_func ("/core/copy-number/parts", test_parts);
  g_test_add_func ("/core/copy-number/every-child-has-its-own", test_every_child);
  g_test_add_func ("/core/copy-number/what-is-none", test_invalid);
  g_test_add_func ("/core/copy-number/tree", test_tree);
  g_test_add_func ("/core/copy-number/order-of-lists", test_order);
  g_test_add_func ("/core/copy-number/ordinal-in-words", test_ordinal_text);
  g_test_add_func ("/core/copy-number/as-typed", test_read);
  return g_test_run ();
}
