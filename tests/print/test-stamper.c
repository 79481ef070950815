/* Numbered copies: what a copy shows, what it leaves alone, what is refused.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <locale.h>
#include <math.h>
#include <string.h>

#include "msk-error.h"
#include "msk-print-template.h"
#include "msk-stamper.h"
#include "print-tools.h"
#include "sample-paper.h"

#define MARK "机密★10年"
#define NO_SUCH_CHARACTER "\xCD\xB8" /* U+0378, which Unicode has left free */
#define ID_LENGTH (2 * (2 + 32))

typedef struct
{
  char *folder;
} Fixture;

static const MskStampMarks marks = { MARK, "机密", "特急", 30 };
static const MskStampCopy plain_copy = { 14, 14, 123456789, NULL };

/* Of every kind that comes in: turned, cropped, lying, large, small, mixed in one paper. */
static const SamplePage mixed_pages[] = {
  { 0, 0, 595.28, 841.89, 0 },     { 0, 0, 841.89, 595.28, 0 },
  { 100, 50, 695.28, 891.89, 90 }, { -30, -40, 565.28, 801.89, 180 },
  { 7.5, 0, 602.78, 841.89, 270 }, { 0, 0, 841.89, 1190.55, 0 },
  { 0, 0, 419.53, 595.28, 0 },     { 0, 0, 297.64, 419.53, 90 },
  { 0, 0, 612, 792, 0 },
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
make_stamper (const SamplePage *pages, guint count)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(MskPreparedPdf) pdf = sample_paper_new (pages, count);
  MskStamper *stamper = msk_stamper_new (pdf, &marks, &error);

  g_assert_no_error (error);
  return stamper;
}

static GBytes *
stamp (MskStamper *stamper, const MskStampCopy *copy)
{
  g_autoptr(GError) error = NULL;
  GBytes *bytes = msk_stamper_stamp (stamper, copy, print_tools_sign, NULL, &error);

  g_assert_no_error (error);
  return bytes;
}

static char *
stamp_to_file (Fixture *fixture, MskStamper *stamper, const MskStampCopy *copy)
{
  g_autoptr(GBytes) bytes = stamp (stamper, copy);

  return print_tools_write (fixture->folder, "copy.pdf", bytes);
}

static void
test_sound (Fixture *fixture, gconstpointer data)
{
  g_autoptr(MskStamper) stamper = make_stamper (mixed_pages, G_N_ELEMENTS (mixed_pages));
  MskStampCopy copy = plain_copy;
  g_autofree char *path = stamp_to_file (fixture, stamper, &copy);
  g_autofree char *held_path = NULL;

  print_tools_assert_sound (path);
  copy.holder = "欧阳修";
  held_path = stamp_to_file (fixture, stamper, &copy);
  print_tools_assert_sound (held_path);
  g_assert_finalize_object (g_steal_pointer (&stamper));
}

static void
test_tags_read_back (Fixture *fixture, gconstpointer data)
{
  g_autoptr(MskStamper) stamper = make_stamper (mixed_pages, G_N_ELEMENTS (mixed_pages));
  g_autofree char *path = stamp_to_file (fixture, stamper, &plain_copy);

  for (guint i = 0; i < G_N_ELEMENTS (mixed_pages); i++)
    {
      MskTag tag = { .kind = MSK_TAG_KIND_COPY, .serial = plain_copy.serial, .page = i + 1 };
      char code[MSK_TAG_LENGTH + 1];
      g_autofree char *clean = print_tools_scan (fixture->folder, path, i + 1, FALSE);
      g_autofree char *harmed = print_tools_scan (fixture->folder, path, i + 1, TRUE);

      print_tools_sign (&tag, NULL);
      msk_tag_write (&tag, code);
      g_assert_cmpstr (clean, ==, code);
      /* The smallest page's modules are half a millimetre: those need a clean sheet. */
      if (i != 7)
        g_assert_cmpstr (harmed, ==, code);
    }
}

static gboolean
is_covered (const GArray *rectangles, double x, double y, double slack)
{
  for (guint i = 0; i < rectangles->len; i++)
    {
      const MskStampRectangle *r = &g_array_index (rectangles, MskStampRectangle, i);

      if (x > r->x - slack && x < r->x + r->width + slack && y > r->y - slack &&
          y < r->y + r->height + slack)
        return TRUE;
    }
  return FALSE;
}

/* Compares pixels outside the stamp, and counts those inside that changed. */
static guint
compare_pages (const PrintPicture *before,
               const PrintPicture *after,
               const GArray *rectangles,
               double points_a_pixel)
{
  guint changed = 0;

  g_assert_cmpuint (before->width, ==, after->width);
  g_assert_cmpuint (before->height, ==, after->height);
  for (guint row = 0; row < before->height; row++)
    for (guint column = 0; column < before->width; column++)
      {
        gsize at = 3 * ((gsize) row * before->width + column);
        double x = (column + 0.5) * points_a_pixel;
        double y = (before->height - row - 0.5) * points_a_pixel;

        if (memcmp (before->pixels + at, after->pixels + at, 3) == 0)
          continue;
        changed++;
        /* Pixels that the edge of a box runs through are mixed; page heights are rounded up to
         * whole pixels. */
        g_assert_true (is_covered (rectangles, x, y, 2 * points_a_pixel));
      }
  return changed;
}

static void
test_rest_unchanged (Fixture *fixture, gconstpointer data)
{
  g_autoptr(MskPreparedPdf) pdf = sample_paper_new (mixed_pages, G_N_ELEMENTS (mixed_pages));
  g_autoptr(MskStamper) stamper = make_stamper (mixed_pages, G_N_ELEMENTS (mixed_pages));
  g_autofree char *before_path = print_tools_write (fixture->folder, "before.pdf", pdf->bytes);
  g_autofree char *path = stamp_to_file (fixture, stamper, &plain_copy);

  for (guint i = 0; i < G_N_ELEMENTS (mixed_pages); i++)
    {
      g_autoptr(PrintPicture) before = print_tools_render (before_path, i + 1, 100);
      g_autoptr(PrintPicture) after = print_tools_render (path, i + 1, 100);
      g_autoptr(GArray) rectangles = msk_stamper_dup_rectangles (stamper, i);

      g_assert_cmpuint (compare_pages (before, after, rectangles, 0.72), >, 1000);
    }
}

/* The same stamp on a page that stands as it is and on one that is turned must look the same to the
 * reader. */
static void
test_upright (Fixture *fixture, gconstpointer data)
{
  static const SamplePage pages[] = {
    { 0, 0, 600, 840, 0 },
    { 36, 72, 876, 672, 90 },
    { -72, -36, 528, 804, 180 },
    { 0, 0, 840, 600, 270 },
  };
  g_autoptr(PrintPicture) first = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      g_autoptr(MskStamper) stamper = make_stamper (&pages[i], 1);
      g_autoptr(GArray) rectangles = msk_stamper_dup_rectangles (stamper, 0);
      g_autofree char *path = stamp_to_file (fixture, stamper, &plain_copy);
      g_autoptr(PrintPicture) picture = print_tools_render (path, 1, 144);
      guint inside = 0, different = 0;

      if (first == NULL)
        {
          first = g_steal_pointer (&picture);
          continue;
        }
      g_assert_cmpuint (picture->width, ==, first->width);
      for (guint at = 0; at < first->width * first->height; at++)
        if (is_covered (rectangles, (at % first->width + 0.5) / 2,
                        (first->height - at / first->width - 0.5) / 2, -1))
          {
            inside++;
            different += ABS (first->pixels[3 * at] - picture->pixels[3 * at]) > 128;
          }
      g_assert_cmpuint (inside, >, 10000);
      /* A renderer may place an outline's edge one pixel over. */
      g_assert_cmpuint (different, <, inside / 50);
    }
}

static void
test_stays_text (Fixture *fixture, gconstpointer data)
{
  static const char *const expected[] = {
    "000014",
    MARK,
    "特急",
    "Page 1 of 2",
    "Copy 14 of 30",
    "11123",
    "45678",
    /* The extractor may put each character of the slanting name on a line of its own. */
    "欧",
    "阳",
    "𠮷",
    "㐀",
  };
  static const SamplePage pages[] = { { 0, 0, 595, 842, 0 }, { 0, 0, 595, 842, 0 } };
  g_autoptr(MskStamper) stamper = make_stamper (pages, 2);
  MskStampCopy copy = { 14, 14, 123456789, "欧阳𠮷㐀" };
  g_autofree char *path = stamp_to_file (fixture, stamper, &copy);
  g_autofree char *text = print_tools_extract (path);

  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    if (strstr (text, expected[i]) == NULL)
      g_error ("the text lacks %s", expected[i]);
}

/* The file's two random identifiers, which are all that differs between two makings of the same
 * copy. */
static GString *
blank_id (GBytes *bytes)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);
  GString *text = g_string_new_len (data, (gssize) size);
  char *id = g_strrstr_len (text->str, (gssize) text->len, "/ID [<");

  g_assert_nonnull (id);
  memset (id + strlen ("/ID ["), '-', ID_LENGTH);
  return text;
}

static void
assert_same (GBytes *a, GBytes *b)
{
  g_autoptr(GString) first = blank_id (a);
  g_autoptr(GString) second = blank_id (b);

  g_assert_false (g_bytes_equal (a, b));
  g_assert_cmpmem (first->str, first->len, second->str, second->len);
}

static void
test_again_same (void)
{
  g_autoptr(MskStamper) stamper = make_stamper (mixed_pages, 3);
  g_autoptr(GBytes) first = stamp (stamper, &plain_copy);
  g_autoptr(GBytes) second = stamp (stamper, &plain_copy);

  assert_same (first, second);
}

static void
test_differ_only_where_they_must (void)
{
  g_autoptr(MskPreparedPdf) pdf = sample_paper_new (mixed_pages, 3);
  g_autoptr(MskStamper) stamper = make_stamper (mixed_pages, 3);
  MskStampCopy other = { 15, 15, 123456790, NULL };
  g_autoptr(GBytes) first_bytes = stamp (stamper, &plain_copy);
  g_autoptr(GBytes) second_bytes = stamp (stamper, &other);
  g_autoptr(GString) first = blank_id (first_bytes);
  g_autoptr(GString) second = blank_id (second_bytes);
  gsize different = 0;
  gsize table = (gsize) (g_strrstr_len (first->str, (gssize) first->len, "xref\n0 ") - first->str);

  g_assert_cmpuint (first->len, ==, second->len);
  g_assert_cmpmem (first->str, pdf->xref_offset, g_bytes_get_data (pdf->bytes, NULL),
                   pdf->xref_offset);
  for (gsize i = 0; i < first->len; i++)
    if (first->str[i] != second->str[i])
      {
        g_assert_cmpuint (i, >, pdf->xref_offset);
        g_assert_cmpuint (i, <, table);
        different++;
      }
  /* At most, a page: the symbol (2600), the digits of its code (70), two or three times the number
   * (12), the ordinal (4). */
  g_assert_cmpuint (different, >, 0);
  g_assert_cmpuint (different, <, 3 * 2710);
}

static void
test_says_nothing_of_itself (void)
{
  g_autoptr(MskStamper) stamper = make_stamper (mixed_pages, 2);
  g_autoptr(GBytes) bytes = stamp (stamper, &plain_copy);
  static const char *const words[] = { "/Info",  "/Producer", "/CreationDate",
                                       "/Title", "123456789", "000014" };
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    g_assert_null (g_strstr_len (data, (gssize) size, words[i]));
}

static void
collect_page (MskTag *tag, gpointer data)
{
  g_assert_cmpint (tag->kind, ==, MSK_TAG_KIND_COPY);
  g_assert_cmpint (tag->serial, ==, plain_copy.serial);
  g_array_append_val (data, tag->page);
}

static void
test_signs_each_page_once (void)
{
  g_autoptr(MskStamper) stamper = make_stamper (mixed_pages, 4);
  g_autoptr(GArray) pages = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr(GBytes) bytes = msk_stamper_stamp (stamper, &plain_copy, collect_page, pages, NULL);

  g_assert_nonnull (bytes);
  g_assert_cmpuint (pages->len, ==, 4);
  for (guint i = 0; i < pages->len; i++)
    g_assert_cmpuint (g_array_index (pages, guint, i), ==, i + 1);
}

static void
test_refuses_numbers (void)
{
  static const MskStampCopy copies[] = {
    { 0, 1, 1, NULL },  { 1000000, 1, 1, NULL }, { 1, 0, 1, NULL },
    { 1, 31, 1, NULL }, { 1, 1, 0, NULL },       { 1, 1, 1000000000, NULL },
  };
  g_autoptr(MskStamper) stamper = make_stamper (mixed_pages, 1);

  for (guint i = 0; i < G_N_ELEMENTS (copies); i++)
    {
      g_autoptr(GError) error = NULL;

      g_assert_null (msk_stamper_stamp (stamper, &copies[i], print_tools_sign, NULL, &error));
      g_assert_error (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_BAD_VALUE);
    }
}

static void
test_refuses_missing_glyphs (void)
{
  static const char *const texts[] = { NO_SUCH_CHARACTER, "机" NO_SUCH_CHARACTER "密",
                                       "tab\there",       "line\nfeed",
                                       "\xFF\xFE",        "\xEF\xBF\xBC" };
  g_autoptr(MskPreparedPdf) pdf = sample_paper_new (mixed_pages, 1);
  g_autoptr(MskStamper) stamper = make_stamper (mixed_pages, 1);

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      MskStampMarks bad_mark = { texts[i], "机密", NULL, 0 };
      MskStampMarks bad_level = { MARK, texts[i], NULL, 0 };
      MskStampMarks bad_urgency = { MARK, "机密", texts[i], 0 };
      const MskStampMarks *const bad[] = { &bad_mark, &bad_level, &bad_urgency };
      MskStampCopy copy = { 1, 1, 1, texts[i] };
      g_autoptr(GError) error = NULL;

      g_assert_null (msk_stamper_stamp (stamper, &copy, print_tools_sign, NULL, &error));
      g_assert_error (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_MISSING_GLYPH);
      for (guint j = 0; j < G_N_ELEMENTS (bad); j++)
        {
          g_clear_error (&error);
          g_assert_null (msk_stamper_new (pdf, bad[j], &error));
          g_assert_error (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_MISSING_GLYPH);
        }
    }
}

static void
assert_refused (MskPreparedPdf *pdf, GQuark domain, int code)
{
  g_autoptr(GError) error = NULL;

  g_assert_null (msk_stamper_new (pdf, &marks, &error));
  g_assert_error (error, domain, code);
}

static void
test_refuses_papers (void)
{
  g_autoptr(MskPreparedPdf) stub = sample_paper_new_uniform ((SamplePage){ 0, 0, 150, 100, 0 }, 1);
  g_autoptr(MskPreparedPdf) strip =
                 sample_paper_new_uniform ((SamplePage){ 0, 0, 60, 2000, 0 }, 1);
  g_autoptr(MskPreparedPdf) twice = sample_paper_new (mixed_pages, 2);
  g_autoptr(MskPreparedPdf) thick = sample_paper_new_uniform (SAMPLE_A4, 1);

  assert_refused (stub, MSK_INPUT_ERROR, MSK_INPUT_ERROR_PDF_UNSTAMPABLE);
  assert_refused (strip, MSK_INPUT_ERROR, MSK_INPUT_ERROR_PDF_UNSTAMPABLE);

  g_array_index (twice->pages, MskPreparedPage, 1).stamp_object =
      g_array_index (twice->pages, MskPreparedPage, 0).stamp_object;
  assert_refused (twice, MSK_SYSTEM_ERROR, MSK_SYSTEM_ERROR_WORKER);

  g_array_set_size (thick->pages, MSK_TAG_PAGE_MAX + 1);
  assert_refused (thick, MSK_INPUT_ERROR, MSK_INPUT_ERROR_PDF_UNSTAMPABLE);
}

/* On any page that is accepted nothing leaves the page or covers anything else, and the symbol can
 * be read. */
static void
test_plan_holds_on_any_page (void)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(MskStampTemplate) template = msk_stamp_template_load (NULL, &error);
  MskStampWidths widths = { 3.5, 5.2, 2, 2, 6.0, 14 };
  guint accepted = 0;

  g_assert_no_error (error);
  for (double width = 20; width < 1300; width += 37)
    for (double height = 20; height < 1300; height += 37)
      {
        MskStampPlan plan;

        if (!msk_stamp_plan_fit (template, &widths, width, height, TRUE, 25, &plan))
          continue;
        accepted++;
        g_assert_cmpfloat (plan.code.width / 25, >=, 0.5 * 72 / 25.4 - 1e-9);
        if (MIN (width, height) > 421 && MAX (width, height) > 596)
          g_assert_cmpfloat (plan.code.width / 25, >=, 0.6 * 72 / 25.4 - 1e-9);
        g_assert_cmpuint (plan.rectangle_count, ==, 5);
        for (guint i = 0; i < plan.rectangle_count; i++)
          {
            const MskStampRectangle *r = &plan.rectangles[i];

            g_assert_true (r->x >= 0 && r->y >= 0 && r->x + r->width <= width &&
                           r->y + r->height <= height);
          }
      }
  g_assert_cmpuint (accepted, >, 500);
}

/* GB/T 9704: on A4 the block ends where the type area begins, 37 mm from the top and 28 mm from the
 * left, and the tag stays right of it. */
static void
test_a4_keeps_the_type_area_free (void)
{
  const double mm = MSK_POINTS_PER_MM;
  g_autoptr(MskStamper) stamper = make_stamper (mixed_pages, 2);

  for (guint page = 0; page < 2; page++)
    {
      g_autoptr(GArray) rectangles = msk_stamper_dup_rectangles (stamper, page);
      double width = page == 0 ? 210 * mm : 297 * mm;
      double height = page == 0 ? 297 * mm : 210 * mm;

      g_assert_cmpuint (rectangles->len, ==, page == 0 ? 5 : 4);
      for (guint i = 0; i < rectangles->len; i++)
        {
          const MskStampRectangle *r = &g_array_index (rectangles, MskStampRectangle, i);

          g_assert_true (r->y >= height - 37 * mm - 0.1 || r->y + r->height <= 35 * mm ||
                         r->x >= width - 26 * mm);
        }
    }
}

static void
test_refuses_templates (void)
{
  static const MskPrintMeasure measures[] = { { "page/width", 0, 1, 10 }, { NULL } };
  static const MskPrintText texts[] = { { "fonts/heavy", sizeof (double) }, { NULL } };
  static const struct
  {
    const char *text;
    gboolean good;
  } cases[] = {
    { "[page]\nwidth=2.5\n[fonts]\nheavy=Sans\n", TRUE },
    { "[page]\n[fonts]\nheavy=Sans\n", FALSE },
    { "[page]\nwidth=2.5\n", FALSE },
    { "[page]\nwidth=2.5\n[fonts]\nheavy=\n", FALSE },
    { "[page]\nwidth=0.5\n[fonts]\nheavy=Sans\n", FALSE },
    { "[page]\nwidth=11\n[fonts]\nheavy=Sans\n", FALSE },
    { "[page]\nwidth=nan\n[fonts]\nheavy=Sans\n", FALSE },
    { "[page]\nwidth=2,5\n[fonts]\nheavy=Sans\n", FALSE },
    { "[page]\nwidth=wide\n[fonts]\nheavy=Sans\n", FALSE },
    { "[page]\nwidth=2.5\nheigth=3\n[fonts]\nheavy=Sans\n", FALSE },
    { "[page]\nwidth=2.5\n[fonts]\nheavy=Sans\n[more]\na=b\n", FALSE },
    { "no template", FALSE },
    { "", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      struct
      {
        double width;
        char *heavy;
      } target = { 0, NULL };
      g_autoptr(GError) error = NULL;
      gboolean good =
          msk_print_template_parse (cases[i].text, -1, "test", measures, texts, &target, &error);

      g_assert_cmpint (good, ==, cases[i].good);
      if (!good)
        g_assert_error (error, MSK_SYSTEM_ERROR, MSK_SYSTEM_ERROR_FILE);
      g_free (target.heavy);
    }
}

static void
test_refuses_a_missing_template (void)
{
  static const MskPrintMeasure no_measures[] = { { NULL } };
  static const MskPrintText no_texts[] = { { NULL } };
  g_autoptr(GError) error = NULL;
  int target;

  g_assert_false (
      msk_print_template_load ("copy/nowhere.ini", no_measures, no_texts, &target, &error));
  g_assert_error (error, MSK_SYSTEM_ERROR, MSK_SYSTEM_ERROR_FILE);
}

/* The machine that runs the tests need not have such a locale: one is compiled for the test. */
static void
test_decimal_comma (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (g_get_tmp_dir (), "msk-locale-XXXXXX", NULL);
  g_autofree char *folder = g_mkdtemp (g_strdup (path));
  g_autofree char *target = g_build_filename (folder, "de_DE.UTF-8", NULL);
  const char *make[] = { "localedef", "--no-archive", "-i", "de_DE", "-f", "UTF-8", target, NULL };
  const char *remove[] = { "rm", "-r", folder, NULL };
  g_autofree char *made = print_tools_run (make);
  g_autoptr(MskStamper) stamper = make_stamper (mixed_pages, 3);
  g_autoptr(MskStamper) comma_stamper = NULL;
  MskStampCopy copy = { 14, 14, 123456789, "欧阳修" };
  g_autoptr(GBytes) bytes = stamp (stamper, &copy);
  g_autoptr(GBytes) comma_bytes = NULL;
  g_autofree char *removed = NULL;
  char text[8];

  g_setenv ("LOCPATH", folder, TRUE);
  g_assert_nonnull (setlocale (LC_NUMERIC, "de_DE.UTF-8"));
  g_snprintf (text, sizeof text, "%.1f", 1.5);
  g_assert_cmpstr (text, ==, "1,5");
  comma_stamper = make_stamper (mixed_pages, 3);
  comma_bytes = stamp (comma_stamper, &copy);
  setlocale (LC_NUMERIC, "C");
  g_unsetenv ("LOCPATH");

  assert_same (bytes, comma_bytes);
  removed = print_tools_run (remove);
}

static gpointer
stamp_in_thread (gpointer data)
{
  MskStampCopy copy = { 14, 14, 123456789, "欧阳修" };

  for (guint i = 0; i < 20; i++)
    {
      g_autoptr(GBytes) bytes = stamp (data, &copy);

      g_assert_nonnull (bytes);
    }
  return stamp (data, &copy);
}

static void
test_threads (void)
{
  g_autoptr(MskStamper) stamper = make_stamper (mixed_pages, 3);
  GThread *one = g_thread_new ("one", stamp_in_thread, stamper);
  GThread *two = g_thread_new ("two", stamp_in_thread, stamper);
  g_autoptr(GBytes) here = stamp_in_thread (stamper);
  g_autoptr(GBytes) first = g_thread_join (one);
  g_autoptr(GBytes) second = g_thread_join (two);

  assert_same (here, first);
  assert_same (here, second);
}

#define ADD(name, function)                                                                        \
  g_test_add ("/print/stamper/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("copy-is-a-sound-file", test_sound);
  ADD ("every-tag-reads-back", test_tags_read_back);
  ADD ("pixels-outside-the-stamp-are-unchanged", test_rest_unchanged);
  ADD ("stamp-is-upright-on-turned-pages", test_upright);
  ADD ("stamp-stays-text", test_stays_text);
  ADD ("decimal-comma-changes-nothing", test_decimal_comma);
  g_test_add_func ("/print/stamper/same-copy-again-is-the-same", test_again_same);
  g_test_add_func ("/print/stamper/copies-differ-only-where-they-must",
                   test_differ_only_where_they_must);
  g_test_add_func ("/print/stamper/copy-says-nothing-of-itself", test_says_nothing_of_itself);
  g_test_add_func ("/print/stamper/signs-each-page-once", test_signs_each_page_once);
  g_test_add_func ("/print/stamper/refuses-numbers-out-of-range", test_refuses_numbers);
  g_test_add_func ("/print/stamper/refuses-missing-glyphs", test_refuses_missing_glyphs);
  g_test_add_func ("/print/stamper/refuses-papers-that-cannot-be-stamped", test_refuses_papers);
  g_test_add_func ("/print/stamper/makes-copies-in-several-threads", test_threads);
  g_test_add_func ("/print/stamp-plan/holds-on-any-page", test_plan_holds_on_any_page);
  g_test_add_func ("/print/stamp-plan/a4-keeps-the-type-area-free",
                   test_a4_keeps_the_type_area_free);
  g_test_add_func ("/print/template/refuses-bad-templates", test_refuses_templates);
  g_test_add_func ("/print/template/refuses-a-missing-template", test_refuses_a_missing_template);
  return g_test_run ();
}
