/* Prepared papers: what fits is kept as it is, and every number that does not fit is refused.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-prepared-pdf.h"

#include <math.h>

#include "msk-error.h"
#include "msk-tag.h"

#include "test-start.h"

#define N_OBJECTS 12
#define N_PAGES 3
#define BODY "%PDF-1.7\nbody of the file\n"

/* A layout before it is packed, so that a test can spoil one number of it. */
typedef struct
{
  guint64 xref_offset;
  guint object_count;
  guint root_object;
  MskPreparedPage pages[N_PAGES];
  guint page_count;
} Layout;

static const Layout good = {
  .xref_offset = sizeof BODY - 1,
  .object_count = N_OBJECTS,
  .root_object = 1,
  .pages = {
    { 5, 595.276, 841.89, { 1, 0, 0, 1, 0, 0 } },
    { 7, 841.89, 595.276, { 0, 1, -1, 0, 595.276, 0.5 } },
    { 11, 2.5, 99999.5, { 0, -0.25, 0.25, 0, -10, 1e-3 } },
  },
  .page_count = N_PAGES,
};

static GBytes *
make_bytes (const char *head, guint entries, const char *tail)
{
  GString *text = g_string_new (BODY);

  g_string_append (text, head);
  for (guint i = 0; i < entries; i++)
    g_string_append_printf (text, "%010u %05u %c \n", i, i == 0 ? 65535 : 0, i == 0 ? 'f' : 'n');
  g_string_append (text, tail);

  return g_string_free_to_bytes (text);
}

static GBytes *
make_good_bytes (void)
{
  return make_bytes ("xref\n0 12\n", N_OBJECTS,
                     "trailer\n<< /Size 12 /Root 1 0 R >>\nstartxref\n0\n%%EOF\n");
}

static GVariant *
pack (const Layout *layout)
{
  GVariantBuilder pages;

  g_variant_builder_init (&pages, G_VARIANT_TYPE ("a(udd(dddddd))"));
  for (guint i = 0; i < layout->page_count; i++)
    {
      const MskPreparedPage *page = &layout->pages[i];

      g_variant_builder_add (&pages, "(udd(dddddd))", page->stamp_object, page->width, page->height,
                             page->matrix[0], page->matrix[1], page->matrix[2], page->matrix[3],
                             page->matrix[4], page->matrix[5]);
    }

  return g_variant_ref_sink (g_variant_new ("(tuua(udd(dddddd)))", layout->xref_offset,
                                            layout->object_count, layout->root_object, &pages));
}

static void
assert_refused (GBytes *bytes, const Layout *layout)
{
  g_autoptr(GVariant) packed = pack (layout);
  g_autoptr(MskPreparedPdf) prepared = NULL;
  g_autoptr(GError) error = NULL;

  prepared = msk_prepared_pdf_new (bytes, packed, &error);
  g_assert_null (prepared);
  g_assert_error (error, MSK_SYSTEM_ERROR, MSK_SYSTEM_ERROR_WORKER);
}

static gboolean
is_accepted (GBytes *bytes, const Layout *layout)
{
  g_autoptr(GVariant) packed = pack (layout);
  g_autoptr(MskPreparedPdf) prepared = msk_prepared_pdf_new (bytes, packed, NULL);

  return prepared != NULL;
}

static void
test_layout_reads_back (void)
{
  g_autoptr(GBytes) bytes = make_good_bytes ();
  g_autoptr(GVariant) packed = pack (&good);
  g_autoptr(GVariant) again = NULL;
  g_autoptr(MskPreparedPdf) prepared = NULL;
  g_autoptr(GError) error = NULL;

  g_assert_cmpstr (g_variant_get_type_string (packed), ==, MSK_PREPARED_PDF_LAYOUT_TYPE);
  prepared = msk_prepared_pdf_new (bytes, packed, &error);
  g_assert_no_error (error);
  g_assert_nonnull (prepared);
  g_assert_true (prepared->bytes == bytes);
  g_assert_cmpuint (prepared->xref_offset, ==, good.xref_offset);
  g_assert_cmpuint (prepared->object_count, ==, N_OBJECTS);
  g_assert_cmpuint (prepared->root_object, ==, 1);
  g_assert_cmpuint (msk_prepared_pdf_get_page_count (prepared), ==, N_PAGES);
  for (guint i = 0; i < N_PAGES; i++)
    {
      const MskPreparedPage *page = &g_array_index (prepared->pages, MskPreparedPage, i);

      g_assert_cmpuint (page->stamp_object, ==, good.pages[i].stamp_object);
      g_assert_cmpfloat (page->width, ==, good.pages[i].width);
      g_assert_cmpfloat (page->height, ==, good.pages[i].height);
      for (guint each = 0; each < G_N_ELEMENTS (page->matrix); each++)
        g_assert_cmpfloat (page->matrix[each], ==, good.pages[i].matrix[each]);
    }

  again = msk_prepared_pdf_dup_layout (prepared);
  g_assert_false (g_variant_is_floating (again));
  g_assert_cmpvariant (again, packed);
}

static void
test_copy_outlives_the_original (void)
{
  g_autoptr(GVariant) packed = pack (&good);
  MskPreparedPdf *prepared = NULL;
  MskPreparedPdf *copy = NULL;
  g_autoptr(GVariant) again = NULL;

  {
    g_autoptr(GBytes) bytes = make_good_bytes ();

    prepared = msk_prepared_pdf_new (bytes, packed, NULL);
  }
  copy = g_boxed_copy (MSK_TYPE_PREPARED_PDF, prepared);
  g_boxed_free (MSK_TYPE_PREPARED_PDF, prepared);

  again = msk_prepared_pdf_dup_layout (copy);
  g_assert_cmpvariant (again, packed);
  g_assert_true (g_str_has_prefix (g_bytes_get_data (copy->bytes, NULL), BODY));
  msk_prepared_pdf_free (copy);
}

static void
test_table_must_lie_where_it_is_said (void)
{
  static const guint64 offsets[] = {
    0,   1,       sizeof BODY - 2, sizeof BODY, sizeof BODY + 20, 300,         400,
    401, 1000000, G_MAXUINT32,     G_MAXINT64,  G_MAXUINT64 - 1,  G_MAXUINT64,
  };
  g_autoptr(GBytes) bytes = make_good_bytes ();

  for (guint i = 0; i < G_N_ELEMENTS (offsets); i++)
    {
      Layout layout = good;

      layout.xref_offset = offsets[i];
      assert_refused (bytes, &layout);
    }

  for (guint64 offset = 0; offset <= g_bytes_get_size (bytes) + 2; offset++)
    {
      Layout layout = good;

      layout.xref_offset = offset;
      g_assert_cmpint (is_accepted (bytes, &layout), ==, offset == good.xref_offset);
    }
}

static void
test_table_must_have_as_many_entries_as_said (void)
{
  static const guint counts[] = { 0,         1,        N_OBJECTS - 1, N_OBJECTS + 1, 120,
                                  214748365, G_MAXINT, G_MAXUINT - 1, G_MAXUINT };
  g_autoptr(GBytes) bytes = make_good_bytes ();
  g_autoptr(GBytes) one_less = make_bytes ("xref\n0 12\n", N_OBJECTS - 1, "trailer\n<< >>\n");
  g_autoptr(GBytes) one_more = make_bytes ("xref\n0 12\n", N_OBJECTS + 1, "trailer\n<< >>\n");

  for (guint i = 0; i < G_N_ELEMENTS (counts); i++)
    {
      Layout layout = good;

      layout.object_count = counts[i];
      assert_refused (bytes, &layout);
    }

  assert_refused (one_less, &good);
  assert_refused (one_more, &good);
}

/* Twenty bytes for each of so many entries are four, if one counts in 32 bits. */
static void
test_length_of_the_table_does_not_wrap (void)
{
  g_autoptr(GBytes) bytes = make_bytes ("xref\n0 214748365\n", 0, "abcdtrailer\n");
  Layout layout = good;

  layout.object_count = 214748365;
  assert_refused (bytes, &layout);
}

static void
test_table_must_have_its_form (void)
{
  static const struct
  {
    const char *head;
    const char *tail;
  } cases[] = {
    { "xref\n1 12\n", "trailer\n" },  { "xref\r0 12\n", "trailer\n" },
    { "Xref\n0 12\n", "trailer\n" },  { "xref\n0 13\n", "trailer\n" },
    { "xref\n0 12 ", "trailer\n" },   { "xref\n0 12\n", "Trailer\n" },
    { "xref\n0 12\n", " trailer\n" }, { "xref\n0 12\n", "traile" },
    { "xref\n0 12\n", "" },           { "", "" },
  };
  g_autoptr(GBytes) smallest = make_bytes ("xref\n0 12\n", N_OBJECTS, "trailer");

  g_assert_true (is_accepted (smallest, &good));

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GBytes) bytes = make_bytes (cases[i].head, N_OBJECTS, cases[i].tail);

      g_test_message ("case %u", i);
      assert_refused (bytes, &good);
    }
}

/* Each cut of the file twice: with the rest still behind it in memory, where a read beyond the end
 * would find what it looks for, and copied to memory of just that size, where a sanitizer sees it.
 */
static void
test_cut_file_is_refused (void)
{
  g_autoptr(GBytes) bytes = make_good_bytes ();
  const gsize complete =
      sizeof BODY - 1 + strlen ("xref\n0 12\n") + 20 * N_OBJECTS + strlen ("trailer");

  for (gsize size = 0; size < g_bytes_get_size (bytes); size++)
    {
      g_autoptr(GBytes) slice = g_bytes_new_from_bytes (bytes, 0, size);
      g_autoptr(GBytes) cut = g_bytes_new (g_bytes_get_data (bytes, NULL), size);

      g_assert_cmpint (is_accepted (slice, &good), ==, size >= complete);
      g_assert_cmpint (is_accepted (cut, &good), ==, size >= complete);
    }
}

static void
test_root_must_be_an_object (void)
{
  static const guint roots[] = { 0, N_OBJECTS, N_OBJECTS + 1, G_MAXUINT };
  g_autoptr(GBytes) bytes = make_good_bytes ();
  Layout last = good;

  last.root_object = N_OBJECTS - 2;
  g_assert_true (is_accepted (bytes, &last));

  for (guint i = 0; i < G_N_ELEMENTS (roots); i++)
    {
      Layout layout = good;

      layout.root_object = roots[i];
      assert_refused (bytes, &layout);
    }
}

static void
test_stamp_must_be_an_object_of_its_own (void)
{
  static const guint stamps[] = { 0, N_OBJECTS, G_MAXUINT };
  g_autoptr(GBytes) bytes = make_good_bytes ();

  for (guint page = 0; page < N_PAGES; page++)
    {
      Layout layout = good;

      for (guint i = 0; i < G_N_ELEMENTS (stamps); i++)
        {
          layout.pages[page].stamp_object = stamps[i];
          assert_refused (bytes, &layout);
        }

      /* Two pages with one stamp would carry the tag of one of them; a stamp in the catalog's place
       * would lose the file. */
      layout.pages[page].stamp_object = good.pages[(page + 1) % N_PAGES].stamp_object;
      assert_refused (bytes, &layout);
      layout.pages[page].stamp_object = good.root_object;
      assert_refused (bytes, &layout);
    }
}

static void
test_sides_must_be_sides (void)
{
  const double sides[] = {
    0.0, -0.0, -1.0, 100000.0, 1e300, (double) NAN, (double) INFINITY, (double) -INFINITY
  };
  g_autoptr(GBytes) bytes = make_good_bytes ();

  for (guint page = 0; page < N_PAGES; page++)
    for (guint i = 0; i < G_N_ELEMENTS (sides); i++)
      {
        Layout wide = good;
        Layout high = good;

        wide.pages[page].width = sides[i];
        high.pages[page].height = sides[i];
        assert_refused (bytes, &wide);
        assert_refused (bytes, &high);
      }
}

static void
test_matrix_must_be_numbers (void)
{
  const double numbers[] = { (double) NAN, (double) INFINITY, (double) -INFINITY };
  g_autoptr(GBytes) bytes = make_good_bytes ();

  for (guint page = 0; page < N_PAGES; page++)
    for (guint each = 0; each < 6; each++)
      for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
        {
          Layout layout = good;

          layout.pages[page].matrix[each] = numbers[i];
          assert_refused (bytes, &layout);
        }
}

/* Without area, or mirrored, the stamp would be there and nobody could read it. */
static void
test_matrix_must_leave_the_stamp_readable (void)
{
  static const double unreadable[][6] = {
    { 0, 0, 0, 0, 0, 0 },  { 1, 0, 0, 0, 0, 0 },  { 0, 0, 0, 1, 0, 0 }, { 1, 1, 1, 1, 0, 0 },
    { -1, 0, 0, 1, 0, 0 }, { 1, 0, 0, -1, 0, 0 }, { 0, 1, 1, 0, 0, 0 },
  };
  static const double readable[][6] = {
    { 1, 0, 0, 1, 5, 5 },  { -1, 0, 0, -1, 5, 5 },     { 0, 1, -1, 0, 5, 5 },
    { 0, -1, 1, 0, 5, 5 }, { 1e-4, 0, 0, 1e-4, 0, 0 },
  };
  g_autoptr(GBytes) bytes = make_good_bytes ();

  for (guint i = 0; i < G_N_ELEMENTS (unreadable); i++)
    {
      Layout layout = good;

      memcpy (layout.pages[1].matrix, unreadable[i], sizeof unreadable[i]);
      assert_refused (bytes, &layout);
    }

  for (guint i = 0; i < G_N_ELEMENTS (readable); i++)
    {
      Layout layout = good;

      memcpy (layout.pages[1].matrix, readable[i], sizeof readable[i]);
      g_assert_true (is_accepted (bytes, &layout));
    }
}

static void
test_no_pages_are_refused (void)
{
  g_autoptr(GBytes) bytes = make_good_bytes ();
  Layout layout = good;

  layout.page_count = 0;
  assert_refused (bytes, &layout);
}

/* A page beyond the last number that a tag can hold would have no tag. */
static void
test_more_pages_than_tags_are_refused (void)
{
  const guint objects = MSK_TAG_PAGE_MAX + 3;
  g_autofree char *head = g_strdup_printf ("xref\n0 %u\n", objects);
  g_autoptr(GBytes) bytes = make_bytes (head, objects, "trailer\n");

  for (guint count = MSK_TAG_PAGE_MAX; count <= MSK_TAG_PAGE_MAX + 1; count++)
    {
      g_autoptr(GVariant) packed = NULL;
      g_autoptr(MskPreparedPdf) prepared = NULL;
      g_autoptr(GError) error = NULL;
      GVariantBuilder pages;

      g_variant_builder_init (&pages, G_VARIANT_TYPE ("a(udd(dddddd))"));
      for (guint i = 0; i < count; i++)
        g_variant_builder_add (&pages, "(udd(dddddd))", 2 + i, 100.0, 100.0, 1.0, 0.0, 0.0, 1.0,
                               0.0, 0.0);
      packed = g_variant_ref_sink (
          g_variant_new ("(tuua(udd(dddddd)))", good.xref_offset, objects, 1u, &pages));

      prepared = msk_prepared_pdf_new (bytes, packed, &error);
      g_assert_cmpint (prepared != NULL, ==, count == MSK_TAG_PAGE_MAX);
      if (prepared == NULL)
        g_assert_error (error, MSK_SYSTEM_ERROR, MSK_SYSTEM_ERROR_WORKER);
    }
}

static void
test_wrong_type_is_a_mistake (void)
{
  g_autoptr(GBytes) bytes = make_good_bytes ();
  g_autoptr(GVariant) wrong = g_variant_ref_sink (g_variant_new_uint32 (7));
  MskPreparedPdf *prepared;

  expect_critical ();
  prepared = msk_prepared_pdf_new (bytes, wrong, NULL);
  g_test_assert_expected_messages ();
  g_assert_null (prepared);
}

/* The layout comes back from a file: any bytes there end in an answer. */
static void
test_random_layout_bytes (void)
{
  g_autoptr(GRand) random = g_rand_new_with_seed (20);
  g_autoptr(GBytes) bytes = make_good_bytes ();
  g_autoptr(GVariant) packed = pack (&good);
  gsize size = g_variant_get_size (packed);
  guint accepted = 0;

  for (guint round = 0; round < 20000; round++)
    {
      guint8 *data = g_memdup2 (g_variant_get_data (packed), size);
      g_autoptr(GBytes) spoiled = NULL;
      g_autoptr(GVariant) layout = NULL;
      g_autoptr(MskPreparedPdf) prepared = NULL;

      for (gint32 n = g_rand_int_range (random, 1, 4); n > 0; n--)
        data[g_rand_int_range (random, 0, (gint32) size)] = (guint8) g_rand_int (random);
      spoiled = g_bytes_new_take (data, (gsize) g_rand_int_range (random, (gint32) size / 2,
                                                                  (gint32) size + 1));
      layout = g_variant_ref_sink (
          g_variant_new_from_bytes (G_VARIANT_TYPE (MSK_PREPARED_PDF_LAYOUT_TYPE), spoiled, FALSE));
      prepared = msk_prepared_pdf_new (bytes, layout, NULL);
      accepted += prepared != NULL;
    }

  g_test_message ("%u of 20000 spoiled layouts still fit", accepted);
}

int
main (int argc, char **argv)
{
  test_start (&argc, &argv);

  g_test_add_func ("/core/prepared-pdf/layout-reads-back", test_layout_reads_back);
  g_test_add_func ("/core/prepared-pdf/copy-outlives-the-original",
                   test_copy_outlives_the_original);
  g_test_add_func ("/core/prepared-pdf/table-must-lie-where-it-is-said",
                   test_table_must_lie_where_it_is_said);
  g_test_add_func ("/core/prepared-pdf/table-must-have-as-many-entries-as-said",
                   test_table_must_have_as_many_entries_as_said);
  g_test_add_func ("/core/prepared-pdf/length-of-the-table-does-not-wrap",
                   test_length_of_the_table_does_not_wrap);
  g_test_add_func ("/core/prepared-pdf/table-must-have-its-form", test_table_must_have_its_form);
  g_test_add_func ("/core/prepared-pdf/cut-file-is-refused", test_cut_file_is_refused);
  g_test_add_func ("/core/prepared-pdf/root-must-be-an-object", test_root_must_be_an_object);
  g_test_add_func ("/core/prepared-pdf/stamp-must-be-an-object-of-its-own",
                   test_stamp_must_be_an_object_of_its_own);
  g_test_add_func ("/core/prepared-pdf/sides-must-be-sides", test_sides_must_be_sides);
  g_test_add_func ("/core/prepared-pdf/matrix-must-be-numbers", test_matrix_must_be_numbers);
  g_test_add_func ("/core/prepared-pdf/matrix-must-leave-the-stamp-readable",
                   test_matrix_must_leave_the_stamp_readable);
  g_test_add_func ("/core/prepared-pdf/no-pages-are-refused", test_no_pages_are_refused);
  g_test_add_func ("/core/prepared-pdf/more-pages-than-tags-are-refused",
                   test_more_pages_than_tags_are_refused);
  g_test_add_func ("/core/prepared-pdf/wrong-type-is-a-mistake", test_wrong_type_is_a_mistake);
  g_test_add_func ("/core/prepared-pdf/random-layout-bytes", test_random_layout_bytes);

  return g_test_run ();
}
