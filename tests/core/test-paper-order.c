/* The order in which papers are listed.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-paper-order.h"

#include "test-start.h"

static void
add (GPtrArray *papers, const char *number, guint revision, gint64 parent_id, guint attachment)
{
  MskPaper *paper = msk_paper_new ();

  paper->id = papers->len + 1;
  paper->document_number = g_strdup (number);
  paper->revision = revision;
  paper->parent_id = parent_id;
  paper->attachment = attachment;
  g_ptr_array_add (papers, paper);
}

static char *
dup_ids (GPtrArray *papers)
{
  GString *ids = g_string_new (NULL);

  for (guint i = 0; i < papers->len; i++)
    g_string_append_printf (ids, "%s%d", i == 0 ? "" : " ",
                            (int) MSK_PAPER (g_ptr_array_index (papers, i))->id);

  return g_string_free (ids, FALSE);
}

static void
test_documents_stay_as_they_came (void)
{
  g_autoptr(GPtrArray) papers = g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree char *ids = NULL;

  add (papers, "B", 1, 0, 0);
  add (papers, "A", 1, 0, 0);
  add (papers, "C", 1, 0, 0);
  msk_paper_order_sort (papers);
  ids = dup_ids (papers);
  g_assert_cmpstr (ids, ==, "1 2 3");
}

/* Whichever revision of the paper or of the attachment, and in whatever order they came. */
static void
test_attachments_stand_beneath_their_paper (void)
{
  g_autoptr(GPtrArray) papers = g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree char *ids = NULL;

  add (papers, "A", 1, 0, 0);       /* 1 */
  add (papers, "B", 1, 0, 0);       /* 2 */
  add (papers, "A 附件2", 1, 1, 2); /* 3 */
  add (papers, "A", 2, 0, 0);       /* 4: the next revision of 1 */
  add (papers, "A 附件1", 1, 4, 1); /* 5 */
  add (papers, "B 附件1", 1, 2, 1); /* 6 */
  add (papers, "A 附件2", 2, 1, 2); /* 7: the next revision of 3 */
  msk_paper_order_sort (papers);
  ids = dup_ids (papers);
  g_assert_cmpstr (ids, ==, "1 4 5 3 7 2 6");
}

static void
test_an_attachment_without_its_paper_stands_for_itself (void)
{
  g_autoptr(GPtrArray) papers = g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree char *ids = NULL;

  add (papers, "A 附件1", 1, 9, 1);
  add (papers, "B", 1, 0, 0);
  msk_paper_order_sort (papers);
  ids = dup_ids (papers);
  g_assert_cmpstr (ids, ==, "1 2");
}

int
main (int argc, char **argv)
{
  test_start (&argc, &argv);
  g_test_add_func ("/core/paper-order/documents-stay-as-they-came",
                   test_documents_stay_as_they_came);
  g_test_add_func ("/core/paper-order/attachments-stand-beneath-their-paper",
                   test_attachments_stand_beneath_their_paper);
  g_test_add_func ("/core/paper-order/an-attachment-without-its-paper-stands-for-itself",
                   test_an_attachment_without_its_paper_stands_for_itself);

  return g_test_run ();
}
