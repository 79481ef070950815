/* Tables as offices save them, good and bad, through the real worker.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <gio/gio.h>
#include <string.h>

#include "msk-error.h"
#include "msk-list-encoding.h"
#include "msk-worker.h"

#define BYTE_ORDER_MARK "\xEF\xBB\xBF"

typedef struct
{
  const char *name;
  const char *text;
  const char *encoding;
  const char *rows;  /* as GVariant text */
  const char *lines; /* likewise */
  gsize length;      /* 0: up to the NUL */
} Good;

static const Good good[] = {
  { "plain", "name,unit\nA,B\n", "utf-8", "[['name', 'unit'], ['A', 'B']]", "[1, 2]" },
  { "no-newline-at-end", "name,unit\nA,B", "utf-8", "[['name', 'unit'], ['A', 'B']]", "[1, 2]" },
  { "byte-order-mark", BYTE_ORDER_MARK "姓名\r\n张三\r\n", "utf-8", "[['姓名'], ['张三']]",
    "[1, 2]" },
  { "semicolon", "a;b;c\n1,5;2;\"x;y\"\n", "utf-8", "[['a', 'b', 'c'], ['1,5', '2', 'x;y']]",
    "[1, 2]" },
  { "tab", "a\tb\n1\t\n", "utf-8", "[['a', 'b'], ['1', '']]", "[1, 2]" },
  { "one-column", "a\n1\n", "utf-8", "[['a'], ['1']]", "[1, 2]" },
  { "separator-in-quoted-header", "\"a;b;c;d\",e\n1,2\n", "utf-8", "[['a;b;c;d', 'e'], ['1', '2']]",
    "[1, 2]" },
  { "blank-lines", "\n\r\na,b\n\n  \n1,2\n,\n3,4\n", "utf-8",
    "[['a', 'b'], ['1', '2'], ['3', '4']]", "[3, 6, 8]" },
  { "quoted-newlines", "a,b\n\"1\n1\",\"2\r\n2\"\n3,4\n", "utf-8",
    "[['a', 'b'], ['1\\n1', '2\\r\\n2'], ['3', '4']]", "[1, 2, 5]" },
  { "quoted-quotes", "a\n\"x \"\"y\"\" z\"\n", "utf-8", "[['a'], ['x \"y\" z']]", "[1, 2]" },
  { "carriage-returns", "a,b\r1,2\r3,4\r", "utf-8", "[['a', 'b'], ['1', '2'], ['3', '4']]",
    "[1, 2, 3]" },
  { "ragged", "a,b\n1\n1,2,3\n", "utf-8", "[['a', 'b'], ['1'], ['1', '2', '3']]", "[1, 2, 3]" },
  { "rare-characters", "姓名\n𠮷㐀\n", "utf-8", "[['姓名'], ['𠮷㐀']]", "[1, 2]" },
  /* 姓名,单位 / 张三,外交部 */
  { "gb18030", "\xD0\xD5\xC3\xFB,\xB5\xA5\xCE\xBB\n\xD5\xC5\xC8\xFD,\xCD\xE2\xBD\xBB\xB2\xBF\n",
    "gb18030", "[['姓名', '单位'], ['张三', '外交部']]", "[1, 2]" },
  /* 姓名 / 𠮷㐀, of four bytes each */
  { "gb18030-rare-characters", "\xD0\xD5\xC3\xFB\n\x95\x34\xB2\x35\x81\x39\xEE\x39\n", "gb18030",
    "[['姓名'], ['𠮷㐀']]", "[1, 2]" },
};

typedef struct
{
  const char *name;
  const char *text;
  gsize length; /* 0: up to the NUL */
  MskInputError code;
  const char *words;
} Bad;

static const Bad bad[] = {
  { "blank", "\n\n  \n", 0, MSK_INPUT_ERROR_CSV_EMPTY, "no rows" },
  { "only-a-mark", BYTE_ORDER_MARK, 0, MSK_INPUT_ERROR_CSV_EMPTY, "no rows" },
  { "broken-bytes", "a,b\n1,2\n3,\xFF\n", 0, MSK_INPUT_ERROR_CSV_ENCODING, "Line 3 " },
  { "broken-bytes-after-carriage-returns", "a\r\n1\r\n2\r\n\xFF\r\n", 0,
    MSK_INPUT_ERROR_CSV_ENCODING, "Line 4 " },
  { "broken-utf8-that-would-pass-as-gb18030", "姓名,单位\n张三,外\xE4\xBA部\n李四,公安\n", 0,
    MSK_INPUT_ERROR_CSV_ENCODING, "Line 2 " },
  { "broken-behind-a-mark", BYTE_ORDER_MARK "a\n\xD5\xC5\n", 0, MSK_INPUT_ERROR_CSV_ENCODING,
    "Line 2 " },
  { "cut-gb18030", "\xD0\xD5\xC3\xFB\n\xD5", 0, MSK_INPUT_ERROR_CSV_ENCODING, "Line 2 " },
  { "utf-16-cut-in-a-character", "\xFF\xFE\x61\0\x0A", 5, MSK_INPUT_ERROR_CSV_ENCODING,
    "encoding" },
  { "utf-16-half-a-pair", "\xFF\xFE\x61\0\x0A\0\x42\xD8\x0A\0", 10, MSK_INPUT_ERROR_CSV_ENCODING,
    "Line 2 " },
  { "utf-16-with-a-nul", "\xFF\xFE\x61\0\x0A\0\0\0\x0A\0", 10, MSK_INPUT_ERROR_CSV_ENCODING,
    "Line 2 " },
  { "an-old-workbook", "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", 0, MSK_INPUT_ERROR_LIST_FOREIGN,
    "xlsx" },
  { "a-pdf", "%PDF-1.4\n", 0, MSK_INPUT_ERROR_LIST_FOREIGN, "xlsx" },
  { "nul", "a,b\n1,\0\n", 8, MSK_INPUT_ERROR_CSV_ENCODING, "Line 2 " },
  { "open-quote", "a,b\n1,2\n\"3,4\n5,6\n", 0, MSK_INPUT_ERROR_CSV_SYNTAX, "Line 3 " },
  { "quote-inside", "a,b\n1,x\"y\"\n", 0, MSK_INPUT_ERROR_CSV_SYNTAX, "Line 2 " },
  { "text-behind-quote", "a,b\n1,2\n\"x\"y,2\n", 0, MSK_INPUT_ERROR_CSV_SYNTAX, "Line 3 " },
  { "control-character", "a,b\n1,\x1B[2J\n", 0, MSK_INPUT_ERROR_CSV_SYNTAX, "Line 2 " },
};

static GVariant *
run_as (MskListEncoding encoding, const char *text, gsize length, GError **error)
{
  const guint32 wishes[] = { GUINT32_TO_LE ((guint32) encoding), 0 };
  g_autoptr(GByteArray) all = g_byte_array_new ();
  g_autoptr(GBytes) input = NULL;

  g_byte_array_append (all, (const guint8 *) wishes, sizeof wishes);
  g_byte_array_append (all, (const guint8 *) text, (guint) length);
  input = g_byte_array_free_to_bytes (g_steal_pointer (&all));

  return msk_worker_run (MSK_WORKER_JOB_LIST, input, NULL, error);
}

static GVariant *
run_text (const char *text, gsize length, GError **error)
{
  return run_as (MSK_LIST_ENCODING_AUTOMATIC, text, length, error);
}

static void
assert_member (GVariant *answer, const char *key, const char *type, const char *expected)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GVariant) value = g_variant_lookup_value (answer, key, G_VARIANT_TYPE (type));
  g_autoptr(GVariant) wanted =
                 g_variant_parse (G_VARIANT_TYPE (type), expected, NULL, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpvariant (value, wanted);
}

static void
test_good (gconstpointer data)
{
  const Good *expected = data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GVariant) answer =
                 run_text (expected->text,
                           expected->length > 0 ? expected->length : strlen (expected->text),
                           &error);
  const char *encoding;

  g_assert_no_error (error);
  g_assert_true (g_variant_lookup (answer, "encoding", "&s", &encoding));
  g_assert_cmpstr (encoding, ==, expected->encoding);
  assert_member (answer, "rows", "aas", expected->rows);
  assert_member (answer, "lines", "au", expected->lines);
}

static void
test_bad (gconstpointer data)
{
  const Bad *expected = data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GVariant) answer =
                 run_text (expected->text,
                           expected->length > 0 ? expected->length : strlen (expected->text),
                           &error);

  g_assert_null (answer);
  g_assert_error (error, MSK_INPUT_ERROR, (int) expected->code);
  g_assert_nonnull (strstr (error->message, expected->words));
}

static void
test_empty (void)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GVariant) answer = run_text ("", 0, &error);

  g_assert_null (answer);
  g_assert_error (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_CSV_EMPTY);
}

/* What the caller chose is what it is read as, though it may look like something else. */
static void
test_chosen (void)
{
  const char *text = "\xD6\xD0\n"; /* 中, or two letters of UTF-16 */
  g_autoptr(GError) error = NULL;
  g_autoptr(GVariant) answer = run_as (MSK_LIST_ENCODING_GB18030, text, 3, &error);
  const char *encoding;

  g_assert_no_error (error);
  g_assert_true (g_variant_lookup (answer, "encoding", "&s", &encoding));
  g_assert_cmpstr (encoding, ==, "gb18030");
  assert_member (answer, "rows", "aas", "[['中']]");
  g_clear_pointer (&answer, g_variant_unref);

  answer = run_as (MSK_LIST_ENCODING_UTF_16_BE, text, 2, &error);
  g_assert_no_error (error);
  assert_member (answer, "rows", "aas", "[['\\ud6d0']]");
  g_clear_pointer (&answer, g_variant_unref);

  answer = run_as (MSK_LIST_ENCODING_UTF_8, text, 3, &error);
  g_assert_null (answer);
  g_assert_error (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_CSV_ENCODING);
  g_clear_error (&error);

  answer = run_as (77, text, 3, &error);
  g_assert_null (answer);
  g_assert_error (error, MSK_SYSTEM_ERROR, MSK_SYSTEM_ERROR_WORKER);
}

/* Repeats a text; the last repetition is followed by the tail. */
static void
assert_repeated (const char *text, guint count, const char *tail, int code)
{
  g_autoptr(GString) all = g_string_new (NULL);
  g_autoptr(GError) error = NULL;
  g_autoptr(GVariant) answer = NULL;

  for (guint i = 0; i < count; i++)
    g_string_append (all, text);
  g_string_append (all, tail);
  answer = run_text (all->str, all->len, &error);
  if (code < 0)
    g_assert_no_error (error);
  else
    g_assert_error (error, MSK_INPUT_ERROR, code);
  g_assert_true ((answer != NULL) == (code < 0));
}

static void
test_limits (void)
{
  assert_repeated ("a\n", 20001, "", -1);
  assert_repeated ("a\n", 20002, "", MSK_INPUT_ERROR_FILE_TOO_LARGE);
  assert_repeated ("a,", 63, "b\n", -1);
  assert_repeated ("a,", 64, "b\n", MSK_INPUT_ERROR_CSV_SYNTAX);
  assert_repeated ("a", 4096, "\n", -1);
  assert_repeated ("a", 4097, "\n", MSK_INPUT_ERROR_CSV_SYNTAX);
  assert_repeated ("\"aaaaaaa\n", 100000, "", MSK_INPUT_ERROR_CSV_SYNTAX);
  assert_repeated ("0123456789abcdef", 1024 * 1024, "0", MSK_INPUT_ERROR_FILE_TOO_LARGE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (good); i++)
    {
      g_autofree char *path = g_strdup_printf ("/worker/csv/%s", good[i].name);

      g_test_add_data_func (path, &good[i], test_good);
    }
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autofree char *path = g_strdup_printf ("/worker/csv-refused/%s", bad[i].name);

      g_test_add_data_func (path, &bad[i], test_bad);
    }
  g_test_add_func ("/worker/csv-refused/empty", test_empty);
  g_test_add_func ("/worker/csv/limits", test_limits);
  g_test_add_func ("/worker/csv/an-encoding-that-was-chosen", test_chosen);

  return g_test_run ();
}
