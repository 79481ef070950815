/* The scanner that tells clean page content from content that has to be put into a form.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "msk-pdf-content.h"

static const char *const balanced[] = {
  "",
  "  % only a comment",
  "q Q",
  "q 1 0 0 1 0 0 cm BT /F1 12 Tf (a (nested) \\) string) Tj ET Q",
  "/Span << /MCID 0 /Deep [1 << /A (b) >> <0a 0B>] >> BDC BT <48656C> Tj ET EMC",
  "0 0 m 9 9 l S 0 0 9 9 re W* n",
  "BX 1 2 unknown EX",
  "q BI /W 1 /H 1 /BPC 8 /CS /G ID \377 EI Q",
  "[(a) -120 (b)] TJ (c) ' 1 2 (d) \"",
  "(unbalanced in a string: q q q BT) Tj",
};

static const char *const unbalanced[] = {
  "q",
  "Q q",
  "BT",
  "ET",
  "BT BT ET",
  "BT q Q ET",
  "/A BMC",
  "EMC",
  "BX",
  "(open",
  "<48",
  "<4x>",
  "[1 2",
  "<< /A 1",
  "]",
  ">>",
  "{ }",
  "0 0 m 9 9 l",
  "1 2 3",
  "foo",
  "BI /W 1 ID \377",
  "BI /W 1 EI",
  "q BI /W 1 ID EI q EI Q Q Q",
};

static void
test_balanced (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (balanced); i++)
    if (!msk_pdf_content_is_balanced (balanced[i], strlen (balanced[i]), NULL, NULL))
      g_error ("taken for unbalanced: %s", balanced[i]);
}

static void
test_unbalanced (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (unbalanced); i++)
    if (msk_pdf_content_is_balanced (unbalanced[i], strlen (unbalanced[i]), NULL, NULL))
      g_error ("taken for balanced: %s", unbalanced[i]);
}

/* Content cut anywhere is read to its end and no further: the sanitizers watch. */
static void
test_cut_anywhere (void)
{
  const char *whole = balanced[4];

  for (gsize length = 0; length <= strlen (whole); length++)
    {
      g_autofree char *exact = g_memdup2 (whole, length);

      msk_pdf_content_is_balanced (exact, length, NULL, NULL);
    }
}

static void
add_name_cb (const char *category, const char *name, gpointer user_data)
{
  g_string_append_printf (user_data, "%s=%s ", category, name);
}

static void
test_names (void)
{
  const char *content = "/G1 gs /F1 12 Tf /Cs1 cs 1 /P1 scn 1 0 0 scn /X1 Do /OC /L1 BDC EMC /Span "
                        "<< /A /B >> BDC EMC /S1 sh";
  g_autoptr(GString) names = g_string_new (NULL);

  g_assert_true (msk_pdf_content_is_balanced (content, strlen (content), add_name_cb, names));
  g_assert_cmpstr (names->str, ==,
                   "/ExtGState=/G1 /Font=/F1 /ColorSpace=/Cs1 /Pattern=/P1 /XObject=/X1 "
                   "/Properties=/L1 "
                   "/Shading=/S1 ");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/worker/content/balanced", test_balanced);
  g_test_add_func ("/worker/content/unbalanced", test_unbalanced);
  g_test_add_func ("/worker/content/cut-anywhere", test_cut_anywhere);
  g_test_add_func ("/worker/content/names-its-resources", test_names);

  return g_test_run ();
}
