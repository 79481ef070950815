/* Signatures on the screen: the one form in which they are kept, and what is none.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-signature.h"

#include "msk-error.h"

#include "test-start.h"

#define GOOD "1:400;100,200,0 300,-50,40 10,60,60;500,100,900 0,200,100"

static void
test_round_trip (void)
{
  static const char *const rows[] = {
    GOOD,
    "1:100;0,0,0 200,0,0",
    "1:1000;1000,1000,600000 -1000,-1000,0",
    /* Strokes of one point count as dots. */
    "1:400;5,5,0;100,200,10 300,-50,40",
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr(GError) error = NULL;
      g_autoptr(MskSignature) signature = msk_signature_parse (rows[i], &error);
      g_autofree char *text = NULL;

      g_test_message ("row %u", i);
      g_assert_no_error (error);
      text = msk_signature_dup_text (signature);
      g_assert_cmpstr (text, ==, rows[i]);
    }
}

static void
test_points (void)
{
  g_autoptr(MskSignature) signature = msk_signature_parse (GOOD, NULL);
  const MskSignaturePoint *points;
  guint count;

  g_assert_cmpuint (msk_signature_get_height (signature), ==, 400);
  g_assert_cmpuint (msk_signature_count_strokes (signature), ==, 2);
  points = msk_signature_get_stroke (signature, 0, &count);
  g_assert_cmpuint (count, ==, 3);
  g_assert_cmpuint (points[2].x, ==, 410);
  g_assert_cmpuint (points[2].y, ==, 210);
  g_assert_cmpuint (points[2].at, ==, 100);
  points = msk_signature_get_stroke (signature, 1, &count);
  g_assert_cmpuint (count, ==, 2);
  g_assert_cmpuint (points[1].at, ==, 1000);
}

static void
test_refused (void)
{
  static const char *const rows[] = {
    "",
    "x",
    "1:",
    "1:400",
    "1:400;",
    "2:400;100,200,0 300,-50,40",
    "1:99;0,0,0 200,0,0",
    "1:1001;0,0,0 200,0,0",
    "1:0400;100,200,0 300,-50,40",
    "1:400;100,200,0 300,-50,40;",
    "1:400;;100,200,0 300,-50,40",
    "1:400; 100,200,0 300,-50,40",
    "1:400;100,200,0  300,-50,40",
    "1:400;100,200,0 300,-50,40 ",
    "1:400;100,200,0 300,-50,40\n",
    "1:400;100,200 300,-50,40",
    "1:400;100,200,0,1 300,-50,40",
    "1:400;100,200,0 +300,-50,40",
    "1:400;100,200,0 0300,-50,40",
    "1:400;100,200,0 300,-50,4x",
    "1:400;100,200,0 300,-50,",
    /* Outside the pad, also for one step of many. */
    "1:400;1001,200,0 -300,-50,40",
    "1:400;100,401,0 300,-50,40",
    "1:400;-1,200,0 300,-50,40",
    "1:400;100,200,0 901,0,40 -901,0,40",
    "1:400;100,200,0 99999999999999999999,0,40",
    "1:400;100,200,0 -2147483648,0,40",
    /* Back in time, and beyond it. */
    "1:400;100,200,50 300,-50,-1",
    "1:400;100,200,50 300,-50,1;100,200,50 300,50,0",
    "1:400;100,200,600001 300,-50,0",
    "1:400;100,200,600000 300,-50,1",
    /* A pen that stood still. */
    "1:400;100,200,0 300,-50,40 0,0,40",
    /* No signature: a dot, a slip, ink without extent. */
    "1:400;100,200,0",
    "1:400;100,200,0 199,0,40",
    "1:400;100,200,0 10,0,1 -10,0,1 10,0,1 -10,0,1 10,0,1 -10,0,1 10,0,1 -10,0,1 10,0,1 -10,0,1 "
    "10,0,1 -10,0,1 10,0,1 -10,0,1 10,0,1 -10,0,1 10,0,1 -10,0,1 10,0,1 -10,0,1 10,0,1 -10,0,1",
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr(GError) error = NULL;

      g_test_message ("row %u: %s", i, rows[i]);
      g_assert_null (msk_signature_parse (rows[i], &error));
      g_assert_error (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_BAD_SIGNATURE);
    }
}

/* As much as fits is kept and comes back; nothing is added to it. */
static void
test_bounded (void)
{
  g_autoptr(MskSignature) strokes = msk_signature_new (400);
  g_autoptr(MskSignature) points = msk_signature_new (400);
  g_autoptr(MskSignature) again = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *text = NULL;
  g_autofree char *more = NULL;
  guint count = 1;

  for (guint i = 0; i < MSK_SIGNATURE_MOST_STROKES; i++)
    g_assert_true (msk_signature_begin_stroke (strokes, (int) i * 10, 5, i));
  g_assert_false (msk_signature_begin_stroke (strokes, 1, 1, 1000));
  g_assert_cmpuint (msk_signature_count_strokes (strokes), ==, MSK_SIGNATURE_MOST_STROKES);

  g_assert_true (msk_signature_begin_stroke (points, 0, 0, 0));
  while (msk_signature_add_point (points, count % 2 == 0 ? 0 : 1000, (int) count % 400,
                                  G_GINT64_CONSTANT (100000000) * count))
    count++;
  g_assert_cmpuint (count, ==, MSK_SIGNATURE_MOST_POINTS);
  text = msk_signature_dup_text (points);
  g_assert_cmpuint (strlen (text), <, 131072);
  again = msk_signature_parse (text, &error);
  g_assert_no_error (error);
  g_assert_nonnull (again);

  more = g_strconcat (text, " 1,1,0", NULL);
  g_assert_null (msk_signature_parse (more, NULL));
}

/* What a pad hands over is brought within the bounds. */
static void
test_pad (void)
{
  g_autoptr(MskSignature) signature = msk_signature_new (5);
  g_autofree char *text = NULL;

  g_assert_true (msk_signature_begin_stroke (signature, -5, 9999, -3));
  g_assert_true (msk_signature_add_point (signature, 0, 100, 7));
  g_assert_true (msk_signature_add_point (signature, 5000, 0, 9));
  g_assert_true (msk_signature_add_point (signature, 900, 0, 2));
  text = msk_signature_dup_text (signature);
  g_assert_cmpstr (text, ==, "1:100;0,100,0 1000,-100,9 -100,0,0");
}

int
main (int argc, char **argv)
{
  test_start (&argc, &argv);
  g_test_add_func ("/core/signature/comes-back-as-it-was-kept", test_round_trip);
  g_test_add_func ("/core/signature/points-are-those-that-were-written", test_points);
  g_test_add_func ("/core/signature/no-other-spelling-and-no-empty-scrawl", test_refused);
  g_test_add_func ("/core/signature/is-bounded", test_bounded);
  g_test_add_func ("/core/signature/a-pad-writes-within-its-bounds", test_pad);
  return g_test_run ();
}
