/* What both CUPS tests begin with: a private printing system, a printer on it, and a paper.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cups-printer-fixture.h"

static void
add_object (GString *pdf, GArray *offsets, const char *text)
{
  gsize offset = pdf->len;

  g_array_append_val (offsets, offset);
  g_string_append_printf (pdf, "%u 0 obj\n%s\nendobj\n", offsets->len, text);
}

/* Objects: 1 catalog, 2 pages, 3 information, 4 font, and then a page and its content for each
 * page. */
static GBytes *
make_paper (void)
{
  g_autoptr(GArray) offsets = g_array_new (FALSE, FALSE, sizeof (gsize));
  GString *pdf = g_string_new ("%PDF-1.4\n");
  GString *kids = g_string_new (NULL);
  gsize table;

  for (guint i = 0; i < PAGE_COUNT; i++)
    g_string_append_printf (kids, "%u 0 R ", 5 + 2 * i);

  add_object (pdf, offsets, "<< /Type /Catalog /Pages 2 0 R >>");
  {
    g_autofree char *pages =
        g_strdup_printf ("<< /Type /Pages /Count %d /Kids [ %s] >>", PAGE_COUNT, kids->str);

    add_object (pdf, offsets, pages);
  }
  add_object (pdf, offsets, "<< /Title (" SECRET_TITLE ") >>");
  add_object (pdf, offsets, "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>");
  for (guint i = 0; i < PAGE_COUNT; i++)
    {
      g_autofree char *content =
          g_strdup_printf ("BT /F 40 Tf 60 600 Td (" SECRET_TITLE " page %u) Tj ET", i + 1);
      g_autofree char *stream =
          g_strdup_printf ("<< /Length %zu >>\nstream\n%s\nendstream", strlen (content), content);
      g_autofree char *page =
          g_strdup_printf ("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] "
                           "/Resources << /Font << /F 4 0 R >> >> /Contents %u 0 R >>",
                           6 + 2 * i);

      add_object (pdf, offsets, page);
      add_object (pdf, offsets, stream);
    }

  table = pdf->len;
  g_string_append_printf (pdf, "xref\n0 %u\n0000000000 65535 f \n", offsets->len + 1);
  for (guint i = 0; i < offsets->len; i++)
    g_string_append_printf (pdf, "%010zu 00000 n \n", g_array_index (offsets, gsize, i));
  g_string_append_printf (pdf,
                          "trailer\n<< /Size %u /Root 1 0 R /Info 3 0 R "
                          ">>\nstartxref\n%zu\n%%%%EOF\n",
                          offsets->len + 1, table);

  g_string_free (kids, TRUE);
  return g_string_free_to_bytes (pdf);
}

void
fixture_set_up (Fixture *self, gconstpointer data)
{
  self->cups = msk_test_cups_new ();
  self->printer = msk_cups_printer_new (msk_test_cups_get_server (self->cups),
                                        msk_test_cups_get_queue (self->cups));
  self->document = make_paper ();
  self->cancellable = g_cancellable_new ();
  self->limits = msk_cups_default_limits;
  self->limits.poll_ms = 20;
  fixture_apply_limits (self);
}

void
fixture_tear_down (Fixture *self, gconstpointer data)
{
  g_assert_null (self->thread);
  g_clear_error (&self->error);
  g_assert_finalize_object (self->printer);
  g_assert_finalize_object (self->cancellable);
  g_bytes_unref (self->document);
  msk_test_cups_free (self->cups);
}

void
fixture_apply_limits (Fixture *self)
{
  msk_cups_printer_set_limits (MSK_CUPS_PRINTER (self->printer), &self->limits);
}

static gpointer
print_in_thread (gpointer data)
{
  Fixture *self = data;

  self->outcome = msk_printer_print (self->printer, self->document, self->reference,
                                     self->cancellable, &self->error);
  return NULL;
}

void
fixture_begin_print (Fixture *self, const char *reference)
{
  g_clear_error (&self->error);
  self->reference = reference;
  self->thread = g_thread_new ("print", print_in_thread, self);
}

void
fixture_end_print (Fixture *self)
{
  g_thread_join (g_steal_pointer (&self->thread));
}

void
fixture_occupy_printer (Fixture *self)
{
  g_autofree char *path =
      g_build_filename (msk_test_cups_get_folder (self->cups), "other.pdf", NULL);
  g_autoptr(GError) error = NULL;

  g_file_set_contents (path, g_bytes_get_data (self->document, NULL),
                       (gssize) g_bytes_get_size (self->document), &error);
  g_assert_no_error (error);
  msk_test_cups_tell (self->cups, "behave hold");
  g_free (msk_test_cups_run (self->cups, "lp -d %s -t other '%s'",
                             msk_test_cups_get_queue (self->cups), path));
  msk_test_cups_wait_until_began (self->cups, "other");
}

void
fixture_assert_ended (Fixture *self, MskPrintOutcome outcome, MskSystemError code)
{
  if (self->error != NULL)
    g_test_message ("%s", self->error->message);
  g_assert_error (self->error, MSK_SYSTEM_ERROR, (int) code);
  g_assert_cmpint (self->outcome, ==, outcome);
}

void
fixture_assert_no_trace (Fixture *self)
{
  g_autofree char *jobs = msk_test_cups_run (self->cups, "lpstat -W all -o");

  g_assert_cmpstr (jobs, ==, "");
  g_assert_cmpuint (msk_test_cups_count_spooled (self->cups), ==, 0);
  g_assert_false (msk_test_cups_mentions (self->cups, SECRET_TITLE));
}

const char *
fixture_get_command (const GError *error)
{
  const char *command = strstr (error->message, "run: ");

  g_assert_nonnull (command);
  return command + strlen ("run: ");
}
