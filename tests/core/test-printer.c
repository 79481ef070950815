/* The printer interface: what is asked of it reaches the implementation, and its answer comes back
 * unchanged. SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-printer.h"

#include "msk-error.h"

#include "test-start.h"

#define TEST_TYPE_PRINTER (test_printer_get_type ())
G_DECLARE_FINAL_TYPE (TestPrinter, test_printer, TEST, PRINTER, GObject)

struct _TestPrinter
{
  GObject parent_instance;

  MskPrintOutcome outcome;
  GBytes *document;
  const char *reference;
  GCancellable *cancellable;
  guint checks;
};

static gboolean
test_printer_check (MskPrinter *printer, GCancellable *cancellable, GError **error)
{
  TestPrinter *self = TEST_PRINTER (printer);

  self->checks++;
  self->cancellable = cancellable;
  g_set_error_literal (error, MSK_RULE_ERROR, MSK_RULE_ERROR_PRINTER_UNSAFE, "unsafe");
  return FALSE;
}

static MskPrintOutcome
test_printer_print (MskPrinter *printer,
                    GBytes *document,
                    const char *reference,
                    GCancellable *cancellable,
                    GError **error)
{
  TestPrinter *self = TEST_PRINTER (printer);

  self->document = document;
  self->reference = reference;
  self->cancellable = cancellable;
  if (self->outcome != MSK_PRINT_OUTCOME_PRINTED)
    g_set_error_literal (error, MSK_SYSTEM_ERROR, MSK_SYSTEM_ERROR_PRINTER_LOST, "lost");
  return self->outcome;
}

static void
test_printer_interface_init (MskPrinterInterface *interface)
{
  interface->check = test_printer_check;
  interface->print = test_printer_print;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (TestPrinter,
                               test_printer,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (MSK_TYPE_PRINTER,
                                                      test_printer_interface_init))

static void
test_printer_class_init (TestPrinterClass *klass)
{
}

static void
test_printer_init (TestPrinter *self)
{
}

static void
test_check_is_passed_on (void)
{
  TestPrinter *printer = g_object_new (TEST_TYPE_PRINTER, NULL);
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(GError) error = NULL;

  g_assert_false (msk_printer_check (MSK_PRINTER (printer), cancellable, &error));
  g_assert_error (error, MSK_RULE_ERROR, MSK_RULE_ERROR_PRINTER_UNSAFE);
  g_assert_cmpuint (printer->checks, ==, 1);
  g_assert_true (printer->cancellable == cancellable);
  g_assert_finalize_object (printer);
}

static void
test_outcomes_come_back_unchanged (void)
{
  static const MskPrintOutcome outcomes[] = { MSK_PRINT_OUTCOME_NOT_SENT,
                                              MSK_PRINT_OUTCOME_UNCERTAIN,
                                              MSK_PRINT_OUTCOME_PRINTED };
  g_autoptr(GBytes) document = g_bytes_new_static ("%PDF", 4);
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();

  for (guint i = 0; i < G_N_ELEMENTS (outcomes); i++)
    {
      TestPrinter *printer = g_object_new (TEST_TYPE_PRINTER, NULL);
      g_autoptr(GError) error = NULL;

      printer->outcome = outcomes[i];
      g_assert_cmpint (msk_printer_print (MSK_PRINTER (printer), document, "7", cancellable,
                                          &error),
                       ==, outcomes[i]);
      g_assert_cmpint (error == NULL, ==, outcomes[i] == MSK_PRINT_OUTCOME_PRINTED);
      g_assert_true (printer->document == document);
      g_assert_cmpstr (printer->reference, ==, "7");
      g_assert_true (printer->cancellable == cancellable);
      g_assert_finalize_object (printer);
    }
}

static void
test_a_mistake_sends_nothing (void)
{
  TestPrinter *printer = g_object_new (TEST_TYPE_PRINTER, NULL);

  printer->outcome = MSK_PRINT_OUTCOME_PRINTED;
  expect_critical ();
  g_assert_cmpint (msk_printer_print (MSK_PRINTER (printer), NULL, "7", NULL, NULL), ==,
                   MSK_PRINT_OUTCOME_NOT_SENT);
  g_test_assert_expected_messages ();
  g_assert_null (printer->reference);
  g_assert_finalize_object (printer);
}

int
main (int argc, char **argv)
{
  test_start (&argc, &argv);

  g_test_add_func ("/core/printer/check-is-passed-on", test_check_is_passed_on);
  g_test_add_func ("/core/printer/outcomes-come-back-unchanged", test_outcomes_come_back_unchanged);
  g_test_add_func ("/core/printer/a-mistake-sends-nothing", test_a_mistake_sends_nothing);

  return g_test_run ();
}
