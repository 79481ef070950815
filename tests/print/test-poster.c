/* Posters of the notice: what stands on one, and that it is read from far.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "msk-enum-types.h"
#include "msk-enum.h"
#include "msk-error.h"
#include "msk-notice-layout.h"
#include "msk-poster.h"
#include "msk-text-version.h"
#include "print-tools.h"

#define RESOLUTION 100
#define EDGE_MM 6                    /* white, of print-templates/notice/poster.ini */
#define NO_SUCH_CHARACTER "\xCD\xB8" /* U+0378, which Unicode has left free */

typedef struct
{
  MskNoticeText *chinese;
  MskNoticeText *english;
  char *folder;
} Fixture;

static MskNoticeText *
parse (const char *text)
{
  g_autoptr(GError) error = NULL;
  MskNoticeText *parsed = msk_notice_text_parse (text, &error);

  g_assert_no_error (error);
  return parsed;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(MskTextVersion) text =
                 msk_text_version_new_first (MSK_TEXT_NOTICE, MSK_POST_NONE, &error);

  g_assert_no_error (error);
  fixture->chinese = parse (text->chinese);
  fixture->english = parse (text->english);
  fixture->folder = print_tools_make_folder ();
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  msk_notice_text_free (fixture->chinese);
  msk_notice_text_free (fixture->english);
  print_tools_remove_folder (fixture->folder);
}

static char *
draw (Fixture *fixture, MskRecording rule, MskMedia media)
{
  const MskPoster poster = { fixture->chinese, fixture->english, rule, 17, media };
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) bytes = msk_poster_draw (&poster, &error);

  g_assert_no_error (error);
  return print_tools_write (fixture->folder, "poster.pdf", bytes);
}

static const guint8 *
get_pixel (const PrintPicture *picture, guint x, guint y)
{
  return picture->pixels + 3 * ((gsize) picture->width * y + x);
}

static MskNoticeColour
make_colour (const guint8 *pixel)
{
  return (MskNoticeColour){ pixel[0] / 255.0f, pixel[1] / 255.0f, pixel[2] / 255.0f };
}

static guint32
get_code (const guint8 *pixel)
{
  return (guint32) pixel[0] << 16 | (guint32) pixel[1] << 8 | pixel[2];
}

/* The colour that most pixels have, besides one. */
static guint32
find_most (const PrintPicture *picture, guint32 besides)
{
  g_autofree guint *counts = g_new0 (guint, 1 << 24);
  guint32 most = besides == 0 ? 1 : 0;

  for (guint y = 0; y < picture->height; y++)
    for (guint x = 0; x < picture->width; x++)
      {
        const guint32 code = get_code (get_pixel (picture, x, y));

        counts[code]++;
        if (code != besides && counts[code] > counts[most])
          most = code;
      }
  return most;
}

static MskNoticeColour
decode (guint32 code)
{
  const guint8 pixel[3] = { (guint8) (code >> 16), (guint8) (code >> 8), (guint8) code };

  return make_colour (pixel);
}

/* Whether anything but the paper's colour stands in this row, inside the frame. */
static gboolean
is_written (const PrintPicture *picture, guint32 paper, guint y)
{
  for (guint x = picture->width / 16; x < picture->width * 15 / 16; x++)
    if (get_code (get_pixel (picture, x, y)) != paper)
      return TRUE;

  return FALSE;
}

/* The next block of written rows from y on: where it begins and ends. */
static gboolean
find_block (const PrintPicture *picture, guint32 paper, guint from, guint *top, guint *end)
{
  for (*top = from; *top < picture->height && !is_written (picture, paper, *top); (*top)++)
    ;
  for (*end = *top; *end < picture->height && is_written (picture, paper, *end); (*end)++)
    ;
  return *end < picture->height;
}

typedef void (*Check) (Fixture *fixture, MskRecording rule, MskMedia media);

static void
for_each (Fixture *fixture, Check check)
{
  for (MskRecording rule = MSK_RECORDING_NONE; rule <= MSK_RECORDING_FREE; rule++)
    for (MskMedia media = MSK_MEDIA_A4; media <= MSK_MEDIA_A3; media++)
      check (fixture, rule, media);
}

static void
check_text (Fixture *fixture, MskRecording rule, MskMedia media)
{
  g_autofree char *path = draw (fixture, rule, media);
  g_autofree char *raw = print_tools_extract (path);
  g_auto(GStrv) words = g_strsplit_set (raw, " \n\f", -1);
  g_autofree char *text = g_strjoinv ("", words);
  const MskNoticeText *languages[] = { fixture->chinese, fixture->english };

  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      g_auto(GStrv) lines = g_strdupv (languages[i]->lines[rule]);
      g_autoptr(GStrvBuilder) wanted = g_strv_builder_new ();
      g_auto(GStrv) all = NULL;

      g_strv_builder_add (wanted, languages[i]->headings[rule]);
      g_strv_builder_addv (wanted, (const char **) lines);
      g_strv_builder_addv (wanted, (const char **) languages[i]->all);
      all = g_strv_builder_end (wanted);
      for (guint j = 0; all[j] != NULL; j++)
        {
          g_auto(GStrv) parts = g_strsplit (all[j], " ", -1);
          g_autofree char *joined = g_strjoinv ("", parts);

          if (strstr (text, joined) == NULL)
            g_error ("the poster lacks “%s”: %s", all[j], raw);
        }
    }
  g_assert_nonnull (strstr (text, "Version17"));
  print_tools_assert_sound (path);
}

static void
test_says_both_languages (Fixture *fixture, gconstpointer data)
{
  for_each (fixture, check_text);
}

static void
check_contrast (Fixture *fixture, MskRecording rule, MskMedia media)
{
  g_autofree char *path = draw (fixture, rule, media);
  g_autoptr(PrintPicture) picture = print_tools_render (path, 1, RESOLUTION);
  const guint32 paper = find_most (picture, 0xffffff);
  const MskNoticeColour below = decode (paper);
  const guint8 *wanted = NULL;
  const MskNoticeColour *ink = msk_notice_layout_get_ink (rule);
  const MskNoticeColour *designed = msk_notice_layout_get_paper (rule);

  g_assert_cmpfloat (msk_notice_layout_get_contrast (&below, ink), >=, 7);
  g_assert_cmpfloat (ABS (below.red - designed->red), <, 0.01);
  g_assert_cmpfloat (ABS (below.green - designed->green), <, 0.01);
  g_assert_cmpfloat (ABS (below.blue - designed->blue), <, 0.01);

  /* What the letters are written in: the most frequent colour of the heading's rows besides. */
  for (guint y = picture->height / 8; wanted == NULL && y < picture->height / 2; y++)
    for (guint x = picture->width / 4; x < picture->width * 3 / 4; x++)
      {
        const MskNoticeColour found = make_colour (get_pixel (picture, x, y));

        if (msk_notice_layout_get_contrast (&found, &below) >= 7)
          wanted = get_pixel (picture, x, y);
      }
  g_assert_nonnull (wanted);
}

static void
test_has_contrast_on_its_picture (Fixture *fixture, gconstpointer data)
{
  for_each (fixture, check_contrast);
}

/* Chinese first, then English, whose letters are lower; both a fourteenth of the sheet. */
static void
check_headings (Fixture *fixture, MskRecording rule, MskMedia media)
{
  g_autofree char *path = draw (fixture, rule, media);
  g_autoptr(PrintPicture) picture = print_tools_render (path, 1, RESOLUTION);
  const guint32 paper = find_most (picture, 0xffffff);
  const double inside =
      (msk_media_get_width (media) - 2 * EDGE_MM) / 25.4 * RESOLUTION; /* it lies on its side */
  const guint from = (guint) (EDGE_MM / 25.4 * RESOLUTION + msk_notice_layout_get_margin (inside));
  guint top, end;

  g_assert_cmpuint (picture->width, >, picture->height);
  g_assert_cmpfloat (ABS (picture->height - msk_media_get_width (media) / 25.4 * RESOLUTION), <, 2);
  g_assert_true (find_block (picture, paper, from, &top, &end));
  g_assert_cmpuint (top, >, from);
  g_assert_cmpfloat (end - top, >=, inside / MSK_NOTICE_HEADING_PART);
  g_assert_true (find_block (picture, paper, end, &top, &end));
  g_assert_cmpfloat (end - top, >=, inside / MSK_NOTICE_HEADING_PART);
}

static void
test_headings_are_high (Fixture *fixture, gconstpointer data)
{
  for_each (fixture, check_headings);
}

/* The longest that a meeting may write: nothing comes near the frame, and lines stay legible. */
static void
test_longest_texts_stay_inside (Fixture *fixture, gconstpointer data)
{
  g_autofree char *heading = g_strnfill (40, 'W');
  g_autofree char *line = g_strnfill (120, 'm');
  g_autoptr(GString) text = g_string_new ("Title\n");

  for (MskRecording rule = MSK_RECORDING_NONE; rule <= MSK_RECORDING_FREE; rule++)
    g_string_append_printf (text, "#%s %s\n%s\n",
                            msk_enum_get_name (MSK_TYPE_RECORDING, (int) rule), heading, line);
  g_string_append_printf (text, "#all\n%s\n%s", line, line);
  g_clear_pointer (&fixture->chinese, msk_notice_text_free);
  g_clear_pointer (&fixture->english, msk_notice_text_free);
  fixture->chinese = parse (text->str);
  fixture->english = parse (text->str);

  {
    g_autofree char *path = draw (fixture, MSK_RECORDING_NONE, MSK_MEDIA_A4);
    g_autoptr(PrintPicture) picture = print_tools_render (path, 1, RESOLUTION);
    const guint32 paper = find_most (picture, 0xffffff);
    const guint free_rows = picture->height * 45 / 1000;
    const guint edge = (guint) (EDGE_MM / 25.4 * RESOLUTION);
    guint top, end;

    g_assert_true (find_block (picture, paper, edge + free_rows, &top, &end));
    g_assert_cmpuint (top, >, edge + free_rows);
    g_assert_false (is_written (picture, paper, picture->height - edge - free_rows));
  }
}

static void
test_refuses_missing_glyphs (Fixture *fixture, gconstpointer data)
{
  const MskPoster poster = { fixture->chinese, fixture->english, MSK_RECORDING_FREE, 1,
                             MSK_MEDIA_A4 };
  g_autoptr(GError) error = NULL;

  g_free (fixture->english->all[0]);
  fixture->english->all[0] = g_strdup ("No " NO_SUCH_CHARACTER);
  g_assert_null (msk_poster_draw (&poster, &error));
  g_assert_error (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_MISSING_GLYPH);
}

#define ADD_TEST(path, function)                                                                   \
  g_test_add ("/print/poster/" path, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD_TEST ("says-both-languages", test_says_both_languages);
  ADD_TEST ("has-contrast-on-its-picture", test_has_contrast_on_its_picture);
  ADD_TEST ("headings-are-high", test_headings_are_high);
  ADD_TEST ("longest-texts-stay-inside", test_longest_texts_stay_inside);
  ADD_TEST ("refuses-missing-glyphs", test_refuses_missing_glyphs);
  return g_test_run ();
}
