/* Asks where a report is to go, and has it written or printed.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-report-ask.h"

#include <glib/gi18n-lib.h>

#include "msk-ask.h"
#include "msk-choice.h"
#include "msk-print-desk.h"
#include "msk-report-print.h"
#include "msk-text-sheet-rows.h"

typedef struct
{
  MskPage *page;
  MskReportKind kind;
  gint64 request_id;   /* of an approval sheet, or the number of a loan slip; 0 for a report */
  gboolean is_sheet;   /* as ordered, and no report */
  gboolean is_archive; /* request_id is then the meeting of the dossier, or 0 */
  MskArchiveSheet sheet;
  GBytes *dossier; /* that is to be printed, or NULL */
  MskSheetOrder order;
  AdwComboRow *row; /* of the question: the printer */
  AdwComboRow *rule_row;
  AdwComboRow *media_row;
  AdwComboRow *kind_row; /* of everybody's receipts, or NULL */
  GPtrArray *texts;      /* of MskTextVersion, to choose from, or NULL */
  MskTextSheetRows *text_rows;
  GtkWidget *printing; /* what tells that it is being printed */
} Wish;

/* The words of the question and its answers. */
typedef struct
{
  const char *ask;
  const char *explanation;
  const char *printing;
  const char *printed;
  const char *take;
  const char *written;
  const char *none;
} Words;

static const Words report_words = {
  N_ ("Make a Report"),
  N_ ("A report is a secret paper like any other. A file of it lies unencrypted in the folder of "
      "papers."),
  N_ ("Printing the Report"),
  N_ ("Report Printed"),
  N_ ("Take it from the printer; it is a secret paper like any other."),
  N_ ("Report Written"),
  N_ ("No Report"),
};

/* Of an erased meeting. */
static const Words erasure_words = {
  N_ ("The Meeting Is Gone"),
  N_ ("Its certificate says what is gone. It is made later too, in the terminal."),
  N_ ("Printing the Report"),
  N_ ("Report Printed"),
  N_ ("Have it signed by all three."),
  N_ ("The Meeting Is Gone"),
  N_ ("The Meeting Is Gone, Its Certificate Not Written"),
};

static const Words poster_words = {
  N_ ("Make a Poster of the Notice"),
  N_ ("In both languages. It says what is not allowed in the room, and nothing that is secret."),
  N_ ("Printing the Poster"),
  N_ ("Poster Printed"),
  N_ ("Hang it up where everybody passes before the meeting, and take older ones down."),
  N_ ("Poster Written"),
  N_ ("No Poster"),
};

static const Words receipt_words = {
  N_ ("Print Receipts"),
  N_ ("Two to a sheet, each with lines for both signatures. Enter the number of each when it is "
      "signed."),
  N_ ("Printing the Receipts"),
  N_ ("Receipts Printed"),
  N_ ("Cut the sheets in two, and have both sign each receipt."),
  N_ ("Receipts Written"),
  N_ ("No Receipts"),
};

static const Words text_words = {
  N_ ("Print Sheets for Signatures"),
  N_ ("The text in force in both languages, a sheet a person, with lines to sign on. Record each "
      "that "
      "was signed, under its reference."),
  N_ ("Printing the Sheets"),
  N_ ("Sheets Printed"),
  N_ ("Have each signed by the person it names, and record it: select the person, “Brief…”, "
      "“signed on "
      "paper”."),
  N_ ("Sheets Written"),
  N_ ("No Sheets"),
};

static const Words card_words = {
  N_ ("Print Sheets for Signatures"),
  N_ ("The text in force in both languages, a sheet a person, with lines to sign on. Record each "
      "that "
      "was signed, under its reference."),
  N_ ("Printing the Sheets"),
  N_ ("Sheets Printed"),
  N_ ("It is for whoever has the post, and names nobody."),
  N_ ("Sheets Written"),
  N_ ("No Sheets"),
};

static const Words *
get_words (const Wish *wish)
{
  if (wish->is_archive && wish->sheet == MSK_ARCHIVE_SHEET_ERASURE)
    return &erasure_words;
  if (!wish->is_sheet)
    return &report_words;

  switch (wish->order.kind)
    {
    case MSK_SHEET_RECEIPTS:
      return &receipt_words;
    case MSK_SHEET_TEXT:
      return wish->order.unnamed ? &card_words : &text_words;
    case MSK_SHEET_POSTER:
    default:
      return &poster_words;
    }
}

static void
free_wish (Wish *wish)
{
  g_object_unref (wish->page);
  g_clear_pointer (&wish->dossier, g_bytes_unref);
  g_clear_pointer (&wish->order.people, g_array_unref);
  g_clear_pointer (&wish->texts, g_ptr_array_unref);
  g_clear_pointer (&wish->text_rows, msk_text_sheet_rows_free);
  g_free (wish);
}

static void
write_file (Wish *wish, MskReportFormat format)
{
  MskSession *session = msk_page_get_session (wish->page);
  g_autoptr(GError) error = NULL;
  g_autofree char *path = NULL;

  if (wish->is_sheet)
    path = msk_sheet_desk_write (session, &wish->order, NULL, &error);
  else if (wish->is_archive)
    path = msk_archive_report_write (session, wish->sheet, wish->request_id, format, NULL, &error);
  else
    path = msk_report_desk_write_as (session, wish->kind, wish->request_id, format, NULL, &error);

  if (path != NULL)
    msk_ask_tell_path (GTK_WIDGET (wish->page), _ (get_words (wish)->written), path);
  else
    msk_ask_tell_error (GTK_WIDGET (wish->page), _ (get_words (wish)->none), error);
}

static void
printed_cb (GObject *source, GAsyncResult *answer, gpointer user_data)
{
  Wish *wish = user_data;
  g_autoptr(GError) error = NULL;
  const gboolean done = msk_report_print_finish (MSK_SESSION (source), answer, &error);

  if (wish->printing != NULL)
    gtk_window_destroy (GTK_WINDOW (wish->printing));
  if (msk_page_is_alive (wish->page) && done)
    msk_ask_tell (GTK_WIDGET (wish->page), _ (get_words (wish)->printed),
                  _ (get_words (wish)->take));
  else if (msk_page_is_alive (wish->page))
    msk_ask_tell_error (GTK_WIDGET (wish->page), _ (get_words (wish)->none), error);
  msk_page_end_work (wish->page);
  free_wish (wish);
}

static void
stop_cb (AdwMessageDialog *dialog, const char *response, MskPage *page)
{
  msk_page_cancel_work (page);
}

/* There while the printer is at it, since that may take a while and wants to be stopped. */
static void
show_printing (Wish *wish)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (wish->page));
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (root), _ (get_words (wish)->printing),
                                              _ ("If nothing comes, look at the printer."));

  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "stop", _ ("_Stop"));
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "stop");
  g_signal_connect_object (dialog, "response", G_CALLBACK (stop_cb), wish->page, 0);
  g_set_weak_pointer (&wish->printing, dialog);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
begin_printing (Wish *wish, const char *printer, GCancellable *cancellable)
{
  MskSession *session = msk_page_get_session (wish->page);

  if (wish->is_sheet)
    msk_report_print_sheet_async (session, &wish->order, printer, cancellable, printed_cb, wish);
  else if (wish->is_archive)
    msk_report_print_archive_async (session, wish->sheet, wish->request_id, printer, cancellable,
                                    printed_cb, wish);
  else if (wish->dossier != NULL)
    msk_report_print_dossier_async (session, wish->dossier, printer, cancellable, printed_cb, wish);
  else
    msk_report_print_async (session, wish->kind, wish->request_id, printer, cancellable, printed_cb,
                            wish);
}

/* Takes the wish. */
static void
print (Wish *wish, const char *printer)
{
  if (msk_page_is_busy (wish->page))
    {
      msk_ask_tell (GTK_WIDGET (wish->page), _ (get_words (wish)->none),
                    _ ("Other work is still going on: wait for it to end."));
      free_wish (wish);
      return;
    }

  show_printing (wish);
  begin_printing (wish, printer, msk_page_begin_work (wish->page));
}

/* What was chosen besides the printer. */
static void
take_choices (Wish *wish)
{
  if (wish->rule_row != NULL)
    wish->order.rule = msk_choice_get_recording (wish->rule_row);
  if (wish->media_row != NULL)
    wish->order.media = msk_choice_get_media (wish->media_row);
  if (wish->kind_row != NULL)
    wish->order.receipt_kind = (MskReceiptKind) adw_combo_row_get_selected (wish->kind_row);
  if (wish->text_rows != NULL)
    msk_text_sheet_rows_fill_in (wish->text_rows, &wish->order);
}

static void
answer_cb (AdwMessageDialog *dialog, const char *response, gpointer user_data)
{
  Wish *wish = user_data;
  g_autofree char *printer = NULL;

  if (!msk_page_is_alive (wish->page) || g_str_equal (response, "cancel"))
    {
      free_wish (wish);
      return;
    }
  take_choices (wish);
  if (g_str_equal (response, "print"))
    {
      printer = g_strdup (msk_choice_get_text (wish->row));
      print (wish, printer);
      return;
    }

  write_file (wish, g_str_equal (response, "workbook") ? MSK_REPORT_XLSX : MSK_REPORT_PDF);
  free_wish (wish);
}

/* Registers are also worked with in a spreadsheet; what is of one thing, or a seal, is signed or
 * scanned on paper. */
static gboolean
offers_workbook (const Wish *wish)
{
  if (wish->is_archive)
    return wish->sheet == MSK_ARCHIVE_SHEET_REGISTER ||
           wish->sheet == MSK_ARCHIVE_SHEET_OUTSTANDING;

  return !wish->is_sheet && wish->request_id == 0 && wish->kind != MSK_REPORT_SEAL;
}

GPtrArray *
msk_report_ask_list_printers (MskSession *session)
{
  g_autoptr(GPtrArray) all = msk_print_desk_list_printers (session, NULL);
  GPtrArray *printers =
      g_ptr_array_new_with_free_func ((GDestroyNotify) msk_designated_printer_free);

  while (all != NULL && all->len > 0)
    {
      MskDesignatedPrinter *printer = g_ptr_array_steal_index (all, 0);

      if (printer->kind == MSK_PRINTER_CUPS)
        g_ptr_array_add (printers, printer);
      else
        msk_designated_printer_free (printer);
    }

  return printers;
}

/* A choice with a mnemonic, in the group. */
static AdwComboRow *
add_choice (GtkWidget *group, const char *title)
{
  GtkWidget *row = adw_combo_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_preferences_row_set_use_underline (ADW_PREFERENCES_ROW (row), TRUE);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
  return ADW_COMBO_ROW (row);
}

static void
add_poster_choices (Wish *wish, GtkWidget *group)
{
  wish->rule_row = add_choice (group, _ ("Ru_le"));
  msk_choice_fill_recordings (wish->rule_row);
  wish->media_row = add_choice (group, _ ("Si_ze"));
  msk_choice_fill_media (wish->media_row);
}

/* Of receipts there is only something to ask where everybody's are wanted. */
static void
add_receipt_choices (Wish *wish, GtkWidget *group)
{
  g_autoptr(GtkStringList) words = gtk_string_list_new (NULL);

  if (wish->order.attendee_id != 0 || wish->order.receipt != 0)
    return;

  gtk_string_list_append (words, msk_receipt_kind_get_label (MSK_RECEIPT_ISSUE));
  gtk_string_list_append (words, msk_receipt_kind_get_label (MSK_RECEIPT_RETURN));
  wish->kind_row = add_choice (group, _ ("_Kind"));
  adw_combo_row_set_model (wish->kind_row, G_LIST_MODEL (words));
}

static void
ask (Wish *wish, GPtrArray *printers)
{
  const Words *words = get_words (wish);
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (wish->page));
  GtkWidget *dialog =
      adw_message_dialog_new (GTK_WINDOW (root), _ (words->ask), _ (words->explanation));
  GtkWidget *group = adw_preferences_group_new ();
  const char *usual = printers->len > 0 ? "print" : "save";

  if (wish->texts != NULL)
    wish->text_rows = msk_text_sheet_rows_new (ADW_PREFERENCES_GROUP (group), wish->texts,
                                               wish->order.people != NULL);
  else if (wish->is_sheet && wish->order.kind == MSK_SHEET_RECEIPTS)
    add_receipt_choices (wish, group);
  else if (wish->is_sheet)
    add_poster_choices (wish, group);
  adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (dialog), group);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _ ("_Cancel"), "save",
                                    _ ("_Write a File"), NULL);
  if (offers_workbook (wish))
    adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "workbook",
                                     _ ("Write a Work_book"));
  if (printers->len > 0)
    {
      wish->row = add_choice (group, _ ("P_rinter"));
      msk_choice_fill_printers (wish->row, printers);
      adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "print", _ ("_Print"));
    }
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), usual,
                                              ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), usual);
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_signal_connect (dialog, "response", G_CALLBACK (answer_cb), wish);
  gtk_window_present (GTK_WINDOW (dialog));
}

/* Where there is no printer for paper there is nothing to ask, except what a poster is of, and
 * whether a register is to be a workbook. */
static void
begin_wish (Wish *wish)
{
  g_autoptr(GPtrArray) printers = msk_report_ask_list_printers (msk_page_get_session (wish->page));

  if (printers->len > 0 || wish->is_sheet || offers_workbook (wish))
    {
      ask (wish, printers);
      return;
    }

  write_file (wish, MSK_REPORT_PDF);
  free_wish (wish);
}

static void
begin (MskPage *page, MskReportKind kind, gint64 request_id)
{
  Wish *wish = g_new0 (Wish, 1);

  wish->page = g_object_ref (page);
  wish->kind = kind;
  wish->request_id = request_id;
  begin_wish (wish);
}

void
msk_report_ask_open (MskPage *page, MskReportKind kind)
{
  begin (page, kind, 0);
}

void
msk_report_ask_open_one (MskPage *page, MskReportKind kind, gint64 id)
{
  begin (page, kind, id);
}

void
msk_report_ask_open_approval (MskPage *page, gint64 request_id)
{
  begin (page, MSK_REPORT_APPROVAL, request_id);
}

void
msk_report_ask_open_slip (MskPage *page, gint64 slip_id)
{
  begin (page, MSK_REPORT_LOAN_SLIP, slip_id);
}

void
msk_report_ask_open_permit (MskPage *page, gint64 permit_id)
{
  begin (page, MSK_REPORT_PERMIT, permit_id);
}

void
msk_report_ask_open_archive (MskPage *page, MskArchiveSheet sheet, gint64 meeting_id)
{
  Wish *wish = g_new0 (Wish, 1);

  wish->page = g_object_ref (page);
  wish->is_archive = TRUE;
  wish->sheet = sheet;
  wish->request_id = meeting_id;
  begin_wish (wish);
}

void
msk_report_ask_print_dossier (MskPage *page, GBytes *document, const char *printer)
{
  Wish *wish = g_new0 (Wish, 1);

  wish->page = g_object_ref (page);
  wish->dossier = g_bytes_ref (document);
  print (wish, printer);
}

static void
begin_sheet (MskPage *page, const MskSheetOrder *order)
{
  Wish *wish = g_new0 (Wish, 1);

  wish->page = g_object_ref (page);
  wish->is_sheet = TRUE;
  wish->order = *order;
  begin_wish (wish);
}

void
msk_report_ask_open_poster (MskPage *page)
{
  begin_sheet (page, &(MskSheetOrder){ .kind = MSK_SHEET_POSTER });
}

void
msk_report_ask_open_receipts (MskPage *page, MskReceiptKind kind, gint64 attendee_id)
{
  begin_sheet (page, &(MskSheetOrder){ .kind = MSK_SHEET_RECEIPTS,
                                       .receipt_kind = kind,
                                       .attendee_id = attendee_id });
}

void
msk_report_ask_open_receipt (MskPage *page, gint64 number)
{
  begin_sheet (page, &(MskSheetOrder){ .kind = MSK_SHEET_RECEIPTS, .receipt = number });
}

void
msk_report_ask_open_text (MskPage *page, GPtrArray *texts, GArray *people)
{
  Wish *wish = g_new0 (Wish, 1);

  g_return_if_fail (MSK_IS_PAGE (page) && texts != NULL);

  wish->page = g_object_ref (page);
  wish->is_sheet = TRUE;
  wish->order.kind = MSK_SHEET_TEXT;
  wish->order.people = people == NULL ? NULL : g_array_ref (people);
  wish->texts = g_ptr_array_ref (texts);
  begin_wish (wish);
}
