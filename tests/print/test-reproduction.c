/* Copies of a copy (C2): their number, the organ that copied and when, and their tags.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "msk-error.h"
#include "msk-stamper.h"
#include "print-tools.h"
#include "sample-paper.h"

#define COPIED "翻印机关：市文印中心  翻印日期：2027年1月15日"
#define CHILD 1000014u
#define GRANDCHILD 257000014u
#define WIDEST 4095999999u

typedef struct
{
  char *folder;
} Fixture;

static const SamplePage pages[] = {
  { 0, 0, 595.28, 841.89, 0 },   { 0, 0, 841.89, 595.28, 0 }, { -30, -40, 565.28, 801.89, 180 },
  { 0, 0, 841.89, 1190.55, 90 }, { 0, 0, 612, 792, 0 },
};

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = print_tools_make_folder ();
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  print_tools_remove_folder (g_steal_pointer (&fixture->folder));
}

static MskStamper *
make_stamper (guint parent, const char *copied, GError **error)
{
  g_autoptr(MskPreparedPdf) pdf = sample_paper_new (pages, G_N_ELEMENTS (pages));
  const MskStampMarks marks = { .mark = "机密★10年",
                                .level_label = "机密",
                                .urgency = "特急",
                                .number_made = 255,
                                .copy_text = "Copy {number} of {made}",
                                .parent = parent,
                                .copied = copied };

  return msk_stamper_new (pdf, &marks, error);
}

/* How often a text stands in another. */
static guint
count_text (const char *text, const char *wanted)
{
  guint found = 0;

  for (const char *at = strstr (text, wanted); at != NULL; at = strstr (at + 1, wanted))
    found++;

  return found;
}

static void
assert_stamped (Fixture *fixture,
                guint parent,
                guint number,
                const char *shown,
                const char *ordinal)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(MskStamper) stamper = make_stamper (parent, COPIED, &error);
  const MskStampCopy copy = { .number = number, .ordinal = 888888, .serial = 123456789 };
  g_autoptr(GBytes) bytes = msk_stamper_stamp (stamper, &copy, print_tools_sign, NULL, &error);
  g_autofree char *path = NULL;
  g_autofree char *text = NULL;

  g_assert_no_error (error);
  path = print_tools_write (fixture->folder, "copy.pdf", bytes);
  print_tools_assert_sound (path);
  text = print_tools_extract (path);
  /* Above each tag, and once more in the block of the first page. */
  g_assert_cmpuint (count_text (text, shown), ==, G_N_ELEMENTS (pages) + 1);
  g_assert_cmpuint (count_text (text, "市文印中心"), ==, G_N_ELEMENTS (pages));
  g_assert_cmpuint (count_text (text, "2027年1月15日"), ==, G_N_ELEMENTS (pages));
  g_assert_cmpuint (count_text (text, ordinal), ==, G_N_ELEMENTS (pages));
  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      MskTag tag = { .kind = MSK_TAG_KIND_COPY, .serial = copy.serial, .page = i + 1 };
      g_autofree char *scanned = print_tools_scan (fixture->folder, path, i + 1, TRUE);
      char code[MSK_TAG_LENGTH + 1];

      print_tools_sign (&tag, NULL);
      msk_tag_write (&tag, code);
      g_assert_cmpstr (scanned, ==, code);
    }
}

static void
test_shown (Fixture *fixture, gconstpointer data)
{
  assert_stamped (fixture, 14, CHILD, "000014/1", "Copy 888888/1 of 255");
  assert_stamped (fixture, CHILD, GRANDCHILD, "000014/1/1", "Copy 888888/1/1 of 255");
  assert_stamped (fixture, msk_copy_number_get_parent (WIDEST), WIDEST, "999999/255/15",
                  "Copy 888888/255/15 of 255");
}

/* A stamper is for the copies of one copy, or for those of the paper. */
static void
test_wrong_numbers (void)
{
  static const struct
  {
    guint parent;
    guint number;
  } cases[] = {
    { 14, 14 }, { 14, 1000015 }, { 14, GRANDCHILD }, { CHILD, CHILD }, { 0, CHILD }, { 14, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GError) error = NULL;
      g_autoptr(MskStamper) stamper =
                     make_stamper (cases[i].parent, cases[i].parent == 0 ? NULL : COPIED, &error);
      const MskStampCopy copy = { .number = cases[i].number, .ordinal = 14, .serial = 1 };

      g_assert_no_error (error);
      g_assert_null (msk_stamper_stamp (stamper, &copy, print_tools_sign, NULL, &error));
      g_assert_error (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_BAD_VALUE);
    }
}

/* What can't be printed whole is refused, not cut. */
static void
test_organs (void)
{
  g_autofree char *forty = NULL;
  g_autoptr(GString) text = g_string_new (NULL);
  g_autoptr(MskStamper) stamper = NULL;
  g_autoptr(GError) error = NULL;

  for (guint i = 0; i < 40; i++)
    g_string_append (text, "市");
  forty = g_strdup (text->str);
  stamper = make_stamper (14, forty, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < 3; i++)
    g_string_append (text, forty);
  g_assert_null (make_stamper (14, text->str, &error));
  g_assert_error (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_PDF_UNSTAMPABLE);
  g_clear_error (&error);
  g_assert_null (make_stamper (14, "市\xCD\xB8", &error));
  g_assert_error (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_MISSING_GLYPH);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/print/reproduction/number-organ-date-and-tag", Fixture, NULL, set_up, test_shown,
              tear_down);
  g_test_add_func ("/print/reproduction/numbers-of-another-parent", test_wrong_numbers);
  g_test_add_func ("/print/reproduction/organs-that-can-not-be-printed", test_organs);
  return g_test_run ();
}
