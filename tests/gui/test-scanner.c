/* The scanner's bursts and a person's keys, told apart.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-scanner.h"

#include <string.h>

#define TAG "11000000001000112345678901234567890"
#define OTHER_TAG "12000000002000198765432109876543210"

/* One run of keys, written as text: \n is Return, \t Tab, ^ Ctrl+J, ~ a bare Shift, ! the left
 * arrow, and the rest types itself. */
typedef struct
{
  const char *name;
  const char *keys;
  double gap;          /* milliseconds between keys */
  gboolean autorepeat; /* no key comes up between */
  const char *codes;   /* expected, with | between */
  const char *typed;   /* expected to reach the focused widget, in the same writing */
} Case;

typedef struct
{
  MskScanner *scanner;
  GString *held;
  GString *typed;
  GString *codes;
  double clock;
} Desk;

static MskScannerKey
make_key (char letter, double clock)
{
  MskScannerKey key = { MSK_SCANNER_KEY_CHARACTER, (gunichar) letter, (guint) letter,
                        (guint32) (guint64) clock };

  switch (letter)
    {
    case '\n':
    case '\t':
      key.kind = MSK_SCANNER_KEY_END;
      break;
    case '^':
      key.kind = MSK_SCANNER_KEY_CONTROL;
      break;
    case '~':
      key.kind = MSK_SCANNER_KEY_MODIFIER;
      break;
    case '!':
      key.kind = MSK_SCANNER_KEY_OTHER;
      break;
    default:
      break;
    }

  return key;
}

static void
apply (Desk *desk, const MskScannerStep *step)
{
  char *code;

  g_assert_false (step->give_back && step->forget);
  if (step->give_back)
    g_string_append (desk->typed, desk->held->str);
  if (step->give_back || step->forget)
    g_string_truncate (desk->held, 0);

  while ((code = msk_scanner_pop_code (desk->scanner)) != NULL)
    {
      g_string_append_printf (desk->codes, "%s%s", desk->codes->len > 0 ? "|" : "", code);
      g_free (code);
    }
}

static void
press (Desk *desk, char letter, gboolean autorepeat)
{
  const MskScannerKey key = make_key (letter, desk->clock);
  const MskScannerStep step = msk_scanner_press (desk->scanner, &key);

  apply (desk, &step);
  if (step.take == MSK_SCANNER_HOLD)
    g_string_append_c (desk->held, letter);
  else if (step.take == MSK_SCANNER_PASS)
    g_string_append_c (desk->typed, letter);
  if (!autorepeat)
    msk_scanner_release (desk->scanner, key.keycode);
}

/* As the window does: settles once no key came for long enough. */
static void
pause_keys (Desk *desk, double gap)
{
  desk->clock += gap;
  if (gap > MSK_SCANNER_GAP_MS && msk_scanner_is_undecided (desk->scanner))
    {
      const MskScannerStep step = msk_scanner_settle (desk->scanner);

      apply (desk, &step);
    }
}

static void
set_up (Desk *desk, gconstpointer data)
{
  desk->scanner = msk_scanner_new ();
  desk->held = g_string_new (NULL);
  desk->typed = g_string_new (NULL);
  desk->codes = g_string_new (NULL);
  desk->clock = 1000.0;
}

static void
tear_down (Desk *desk, gconstpointer data)
{
  g_assert_finalize_object (desk->scanner);
  g_string_free (desk->held, TRUE);
  g_string_free (desk->typed, TRUE);
  g_string_free (desk->codes, TRUE);
}

static void
test_case (Desk *desk, gconstpointer data)
{
  const Case *c = data;

  for (const char *letter = c->keys; *letter != '\0'; letter++)
    {
      press (desk, *letter, c->autorepeat);
      pause_keys (desk, c->gap);
    }
  pause_keys (desk, 1000.0);

  g_assert_cmpstr (desk->codes->str, ==, c->codes);
  g_assert_cmpstr (desk->typed->str, ==, c->typed);
  g_assert_cmpstr (desk->held->str, ==, "");
  g_assert_false (msk_scanner_is_undecided (desk->scanner));
}

static const Case cases[] = {
  { "burst-of-0.7-ms-a-character-is-a-code", TAG "\n", 0.7, FALSE, TAG, "" },
  { "burst-of-5-ms-a-character-is-a-code", TAG "\n", 5, FALSE, TAG, "" },
  { "burst-of-20-ms-a-character-is-a-code", TAG "\n", 20, FALSE, TAG, "" },
  { "burst-of-50-ms-a-character-is-a-code", TAG "\n", 50, FALSE, TAG, "" },
  { "burst-ended-by-tab-is-a-code", TAG "\t", 5, FALSE, TAG, "" },
  { "burst-without-an-end-is-a-code", TAG, 5, FALSE, TAG, "" },
  { "return-and-line-feed-after-a-code-are-swallowed", TAG "\n^", 5, FALSE, TAG, "" },
  { "return-twice-after-a-code-is-swallowed", TAG "\n\n", 5, FALSE, TAG, "" },
  { "two-codes-back-to-back-are-two", TAG "\n" OTHER_TAG "\n", 0.7, FALSE, TAG "|" OTHER_TAG, "" },
  { "two-codes-without-ends-are-two", TAG OTHER_TAG, 0.7, FALSE, TAG "|" OTHER_TAG, "" },
  { "slow-digits-reach-the-widget", "000014\n", 150, FALSE, "", "000014\n" },
  { "one-digit-reaches-the-widget", "7", 150, FALSE, "", "7" },
  { "a-whole-tag-typed-by-hand-reaches-the-widget", TAG "\n", 120, FALSE, "", TAG "\n" },
  { "rolling-over-three-digits-and-return-is-typing", "123\n", 30, FALSE, "", "123\n" },
  { "rolling-over-five-digits-is-typing", "12345", 30, FALSE, "", "12345" },
  { "leaning-on-a-digit-is-typing", "00000000000000000000", 33, TRUE, "", "00000000000000000000" },
  { "return-alone-passes", "\n", 5, FALSE, "", "\n" },
  { "tab-alone-passes", "\t\t", 5, FALSE, "", "\t\t" },
  { "arrows-pass", "!!!", 5, FALSE, "", "!!!" },
  { "typed-letters-pass", "zhang san", 120, FALSE, "", "zhang san" },
  { "letters-and-digits-typed-keep-their-order", "a1b2c3 4d", 120, FALSE, "", "a1b2c3 4d" },
  { "letters-and-digits-rolled-keep-their-order", "a1b2", 30, FALSE, "", "a1b2" },
  { "digit-before-arrow-keeps-its-order", "5!6", 30, FALSE, "", "5!6" },
  { "digit-before-return-keeps-its-order", "5\n", 30, FALSE, "", "5\n" },
  { "digit-before-control-keeps-its-order", "5^6", 30, FALSE, "", "5^6" },
  { "control-by-hand-passes", "^", 150, FALSE, "", "^" },
  { "control-characters-in-a-burst-are-ignored", "110^00000001000112345678901234567890^\n", 5,
    FALSE, TAG, "" },
  { "shift-alone-in-a-burst-is-nothing", "11000~000001000112345678901234567890\n", 5, FALSE, TAG,
    "~" },
  { "letters-in-a-burst-make-one-foreign-code", "12AB34CD56EF\n", 5, FALSE, "12AB34CD56EF", "" },
  { "foreign-barcode-with-return-is-a-code", "4006381333931\n", 5, FALSE, "4006381333931", "" },
  { "short-barcode-with-return-is-a-code", "123456\n", 5, FALSE, "123456", "" },
  { "cut-code-without-an-end-is-a-code", "1100000000100011", 5, FALSE, "1100000000100011", "" },
  { "link-in-a-burst-presses-no-return", "https://example.org/a\n", 5, FALSE,
    "https://example.org/a", "https://exa" },
  { "blank-in-a-burst-presses-no-button", "ABCDEFGH IJKLM\n", 5, FALSE, "ABCDEFGH IJKLM",
    "ABCDEFGH" },
};

static void
test_code_after_typing (Desk *desk, gconstpointer data)
{
  for (const char *letter = "12"; *letter != '\0'; letter++)
    {
      press (desk, *letter, FALSE);
      pause_keys (desk, 150);
    }
  for (const char *letter = TAG "\n"; *letter != '\0'; letter++)
    {
      press (desk, *letter, FALSE);
      pause_keys (desk, 2);
    }
  pause_keys (desk, 300);
  press (desk, '3', FALSE);
  pause_keys (desk, 150);
  press (desk, '\n', FALSE);

  g_assert_cmpstr (desk->codes->str, ==, TAG);
  g_assert_cmpstr (desk->typed->str, ==, "123\n");
}

/* Digits that come first still make the whole burst a scanner's. */
static void
test_passphrase (Desk *desk, gconstpointer data)
{
  msk_scanner_set_takes_letters (desk->scanner, FALSE);
  for (const char *letter = "correct horse 12 battery\n"; *letter != '\0'; letter++)
    {
      press (desk, *letter, FALSE);
      pause_keys (desk, 5);
    }
  pause_keys (desk, 300);
  g_assert_cmpstr (desk->codes->str, ==, "");
  g_assert_cmpstr (desk->typed->str, ==, "correct horse 12 battery\n");

  for (const char *letter = TAG "\n"; *letter != '\0'; letter++)
    {
      press (desk, *letter, FALSE);
      pause_keys (desk, 5);
    }
  g_assert_cmpstr (desk->codes->str, ==, TAG);
}

/* The window may be told late that no key came: the times of the keys themselves decide. */
static void
test_late_settle (Desk *desk, gconstpointer data)
{
  press (desk, '4', FALSE);
  desk->clock += 500;
  for (const char *letter = TAG "\n"; *letter != '\0'; letter++)
    {
      press (desk, *letter, FALSE);
      desk->clock += 2;
    }

  g_assert_cmpstr (desk->codes->str, ==, TAG);
  g_assert_cmpstr (desk->typed->str, ==, "4");
}

static void
test_clock_wraps (Desk *desk, gconstpointer data)
{
  desk->clock = (double) (G_MAXUINT32 - 10);

  for (const char *letter = TAG; *letter != '\0'; letter++)
    {
      MskScannerKey key = make_key (*letter, 0);
      MskScannerStep step;

      key.time = (guint32) (guint64) desk->clock;
      step = msk_scanner_press (desk->scanner, &key);
      apply (desk, &step);
      msk_scanner_release (desk->scanner, key.keycode);
      desk->clock += 5;
    }
  press (desk, '\n', FALSE);

  g_assert_cmpstr (desk->codes->str, ==, TAG);
  g_assert_cmpstr (desk->typed->str, ==, "");
}

static void
test_endless_burst (Desk *desk, gconstpointer data)
{
  for (guint i = 0; i < 5000; i++)
    {
      press (desk, (char) ('0' + i % 10), FALSE);
      pause_keys (desk, 1);
      g_assert_cmpuint (desk->held->len, <, MSK_SCANNER_CERTAIN);
    }
  press (desk, '\n', FALSE);

  g_assert_cmpuint (desk->codes->len, ==, MSK_SCANNER_MAX_TEXT);
  g_assert_cmpstr (desk->typed->str, ==, "");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/gui/scanner/%s", cases[i].name);

      g_test_add (path, Desk, &cases[i], set_up, test_case, tear_down);
    }
  g_test_add ("/gui/scanner/a-code-between-typed-digits-takes-none-of-them", Desk, NULL, set_up,
              test_code_after_typing, tear_down);
  g_test_add ("/gui/scanner/a-passphrase-typed-by-a-token-reaches-its-field", Desk, NULL, set_up,
              test_passphrase, tear_down);
  g_test_add ("/gui/scanner/times-of-keys-decide-when-the-window-is-late", Desk, NULL, set_up,
              test_late_settle, tear_down);
  g_test_add ("/gui/scanner/a-clock-that-wraps-round-breaks-no-burst", Desk, NULL, set_up,
              test_clock_wraps, tear_down);
  g_test_add ("/gui/scanner/an-endless-burst-is-bounded", Desk, NULL, set_up, test_endless_burst,
              tear_down);

  return g_test_run ();
}
