/* Receipts and who signed them (R1): what was signed for, and what was not.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-receipt-store.h"

#include <glib/gi18n-lib.h>

#include "msk-enum-types.h"
#include "msk-enum.h"
#include "msk-error.h"
#include "msk-ledger.h"

#define SIGNED_ON(column)                                                                          \
  " COALESCE ((SELECT s.receipt_number FROM receipt_line AS l JOIN receipt_signature AS s"         \
  "  ON s.receipt_number = l.receipt_number WHERE l." column " = m.id), 0)"

/* A line for each issue and return of a copy and of a carrier: kind, movement, copy, carrier, name,
 * level, pages, person, their name and unit, time, user, newest unsigned receipt, undone, the
 * receipt by which it is signed for. */
#define SELECT_OF_COPIES                                                                           \
  "SELECT CASE m.act WHEN 'copy-issue' THEN 'issue' ELSE 'return' END, m.id, m.copy_number, 0,"    \
  " p.document_number, p.level, p.pages, m.attendee_id, a.name, a.unit, m.at, m.user,"             \
  " COALESCE ((SELECT MAX (l.receipt_number) FROM receipt_line AS l WHERE l.movement_id = m.id"    \
  "  AND NOT EXISTS (SELECT 1 FROM receipt_signature WHERE receipt_number = l.receipt_number)),"   \
  " 0),"                                                                                           \
  " COALESCE ((SELECT n.act FROM movement AS n WHERE n.copy_number = m.copy_number"                \
  "  AND n.id > m.id ORDER BY n.id LIMIT 1), '') IN ('copy-issue-undo', "                          \
  "'copy-return-undo')," SIGNED_ON (                                                               \
      "movement_id") " FROM movement AS m JOIN copy AS c ON c.number = m.copy_number JOIN paper "  \
                     "AS p"                                                                        \
                     " ON p.id = c.paper_id JOIN attendee AS a ON a.id = m.attendee_id"

#define SELECT_OF_CARRIERS                                                                         \
  "SELECT CASE m.act WHEN 'carrier-issue' THEN 'issue' ELSE 'return' END, m.id, 0, c.number,"      \
  " c.description, c.level, c.sheets, m.attendee_id, a.name, a.unit, m.at, m.user,"                \
  " COALESCE ((SELECT MAX (l.receipt_number) FROM receipt_line AS l"                               \
  "  WHERE l.carrier_movement_id = m.id"                                                           \
  "  AND NOT EXISTS (SELECT 1 FROM receipt_signature WHERE receipt_number = l.receipt_number)),"   \
  " 0),"                                                                                           \
  " COALESCE ((SELECT n.act FROM carrier_movement AS n WHERE n.carrier_number = m.carrier_number"  \
  "  AND n.id > m.id ORDER BY n.id LIMIT 1), '') IN ('carrier-issue-undo', "                       \
  "'carrier-return-undo')," SIGNED_ON (                                                            \
      "carrier_movement_id") " FROM carrier_movement AS m JOIN carrier AS c ON c.number = "        \
                             "m.carrier_number"                                                    \
                             " JOIN attendee AS a ON a.id = m.attendee_id"

#define IS_COPYS " WHERE m.act IN ('copy-issue', 'copy-return')"
#define IS_CARRIERS " WHERE m.act IN ('carrier-issue', 'carrier-return')"

#define IS_NOT_SIGNED(column)                                                                      \
  " AND NOT EXISTS (SELECT 1 FROM receipt_line AS l JOIN receipt_signature AS s"                   \
  " ON s.receipt_number = l.receipt_number WHERE l." column " = m.id)"

#define LINE_ORDER " ORDER BY 8, 1, 4, 11, 3"

#define OF_PERSON " AND m.attendee_id = :attendee"

#define SELECT_RECEIPT                                                                             \
  "SELECT r.number, r.kind, r.attendee_id, a.name, a.unit, r.made_at, r.made_by,"                  \
  " s.receipt_number IS NOT NULL, COALESCE (s.way, 'paper'), COALESCE (s.signer_id, 0),"           \
  " COALESCE (b.name, ''), COALESCE (d.reference, ''), COALESCE (s.signed_at, 0),"                 \
  " COALESCE (s.entered_by, ''), COALESCE (s.strokes, '')"                                         \
  " FROM receipt AS r JOIN attendee AS a ON a.id = r.attendee_id"                                  \
  " LEFT JOIN receipt_signature AS s ON s.receipt_number = r.number"                               \
  " LEFT JOIN attendee AS b ON b.id = s.signer_id"                                                 \
  " LEFT JOIN designation AS d ON d.id = s.designation_id"

static char *
dup_subject (gint64 number)
{
  return g_strdup_printf ("receipt %" G_GINT64_FORMAT, number);
}

gboolean
msk_receipt_store_get_signing (MskDatabase *database, MskSigning *signing, GError **error)
{
  g_autoptr(MskStatement) statement =
                 msk_database_prepare (database,
                                       "SELECT signing FROM receipt_policy ORDER BY id DESC LIMIT "
                                       "1",
                                       error);
  gboolean row;
  int value = MSK_SIGNING_PRINTED;

  if (statement == NULL || !msk_statement_step (statement, &row, error) ||
      (row && !msk_statement_get_enum (statement, 0, MSK_TYPE_SIGNING, &value, error)))
    return FALSE;

  *signing = (MskSigning) value;
  return TRUE;
}

gboolean
msk_receipt_store_set_signing (MskTransaction *transaction, MskSigning signing, GError **error)
{
  g_autoptr(MskStatement) statement =
                 msk_database_prepare (transaction->database,
                                       "INSERT INTO receipt_policy (signing, set_at, set_by)"
                                       " VALUES (:signing, :now, :user)",
                                       error);
  const char *name = msk_enum_get_name (MSK_TYPE_SIGNING, (int) signing);

  if (statement == NULL)
    return FALSE;

  msk_statement_bind_text (statement, ":signing", name);
  msk_statement_bind_int64 (statement, ":now", transaction->actor.now);
  msk_statement_bind_text (statement, ":user", transaction->actor.user);
  return msk_statement_run (statement, error) &&
         msk_ledger_append (transaction, MSK_ACT_RECEIPT_POLICY, "policy", error, "signing", name,
                            NULL);
}

static MskReceiptLine *
read_line (MskStatement *statement, GError **error)
{
  g_autoptr(MskReceiptLine) line = msk_receipt_line_new ();
  int kind, level;

  if (!msk_statement_get_enum (statement, 0, MSK_TYPE_RECEIPT_KIND, &kind, error) ||
      !msk_statement_get_enum (statement, 5, MSK_TYPE_LEVEL, &level, error))
    return NULL;

  line->kind = (MskReceiptKind) kind;
  line->movement_id = msk_statement_get_int64 (statement, 1);
  line->number = (guint) msk_statement_get_int64 (statement, 2);
  line->carrier = (guint) msk_statement_get_int64 (statement, 3);
  line->name = msk_statement_dup_text (statement, 4);
  line->level = (MskLevel) level;
  line->pages = (guint) msk_statement_get_int64 (statement, 6);
  line->attendee_id = msk_statement_get_int64 (statement, 7);
  line->person = msk_statement_dup_text (statement, 8);
  line->unit = msk_statement_dup_text (statement, 9);
  line->at = msk_statement_get_int64 (statement, 10);
  line->user = msk_statement_dup_text (statement, 11);
  line->printed_on = msk_statement_get_int64 (statement, 12);
  line->is_undone = msk_statement_get_int64 (statement, 13) != 0;
  line->signed_on = msk_statement_get_int64 (statement, 14);
  return g_steal_pointer (&line);
}

/* Nobody signs for what was a mistake. */
static void
leave_out_undone (GPtrArray *lines)
{
  for (guint i = lines->len; i > 0; i--)
    if (MSK_RECEIPT_LINE (g_ptr_array_index (lines, i - 1))->is_undone)
      g_ptr_array_remove_index (lines, i - 1);
}

GPtrArray *
msk_receipt_store_list_unsigned (MskDatabase *database, gint64 attendee_id, GError **error)
{
  g_autoptr(MskStatement) statement =
                 msk_database_prepare (database,
                                       attendee_id == 0
                                           ? SELECT_OF_COPIES IS_COPYS IS_NOT_SIGNED (
                                                 "movement_id") " UNION ALL " SELECT_OF_CARRIERS
                                                 IS_CARRIERS IS_NOT_SIGNED ("carrier_movement_id")
                                                     LINE_ORDER
                                           : SELECT_OF_COPIES IS_COPYS OF_PERSON IS_NOT_SIGNED (
                                                 "movement_id") " UNION ALL " SELECT_OF_CARRIERS
                                                 IS_CARRIERS OF_PERSON IS_NOT_SIGNED (
                                                     "carrier_movement_id") LINE_ORDER,
                                       error);
  GPtrArray *lines;

  if (statement == NULL)
    return NULL;

  if (attendee_id != 0)
    msk_statement_bind_int64 (statement, ":attendee", attendee_id);
  lines = msk_statement_collect (statement, (MskStatementReadFunc) read_line, error);
  if (lines != NULL)
    leave_out_undone (lines);
  return lines;
}

static gboolean
insert_receipt (MskTransaction *transaction,
                MskReceiptKind kind,
                gint64 attendee_id,
                gint64 *number,
                GError **error)
{
  g_autoptr(MskStatement) statement =
                 msk_database_prepare (transaction->database,
                                       "INSERT INTO receipt (kind, attendee_id, made_at, made_by)"
                                       " VALUES (:kind, :attendee, :now, :user) RETURNING number",
                                       error);

  if (statement == NULL)
    return FALSE;

  msk_statement_bind_text (statement, ":kind",
                           msk_enum_get_name (MSK_TYPE_RECEIPT_KIND, (int) kind));
  msk_statement_bind_int64 (statement, ":attendee", attendee_id);
  msk_statement_bind_int64 (statement, ":now", transaction->actor.now);
  msk_statement_bind_text (statement, ":user", transaction->actor.user);
  return msk_statement_read_int64 (statement, number, error);
}

static gboolean
insert_line (MskTransaction *transaction, gint64 number, MskReceiptLine *line, GError **error)
{
  g_autoptr(MskStatement) statement =
                 msk_database_prepare (transaction->database,
                                       "INSERT INTO receipt_line (receipt_number, movement_id, "
                                       "carrier_movement_id)"
                                       " VALUES (:number, :movement, :carrier_movement)",
                                       error);

  if (statement == NULL)
    return FALSE;

  msk_statement_bind_int64 (statement, ":number", number);
  msk_statement_bind_int64 (statement, line->carrier != 0 ? ":carrier_movement" : ":movement",
                            line->movement_id);
  return msk_statement_run (statement, error);
}

/* As the ledger names them: the same in every language. */
static char *
dup_copies (GPtrArray *lines)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < lines->len; i++)
    {
      MskReceiptLine *line = g_ptr_array_index (lines, i);

      g_string_append_printf (text, "%s%s %u", i > 0 ? ", " : "",
                              line->carrier != 0 ? "carrier" : "copy",
                              line->carrier != 0 ? line->carrier : line->number);
    }
  return g_string_free (text, FALSE);
}

gboolean
msk_receipt_store_make (MskTransaction *transaction,
                        MskReceiptKind kind,
                        gint64 attendee_id,
                        GPtrArray *lines,
                        gint64 *number,
                        GError **error)
{
  g_autofree char *attendee = g_strdup_printf ("%" G_GINT64_FORMAT, attendee_id);
  g_autofree char *copies = dup_copies (lines);
  g_autofree char *subject = NULL;

  if (!insert_receipt (transaction, kind, attendee_id, number, error))
    return FALSE;
  for (guint i = 0; i < lines->len; i++)
    if (!insert_line (transaction, *number, g_ptr_array_index (lines, i), error))
      return FALSE;

  subject = dup_subject (*number);
  return msk_ledger_append (transaction, MSK_ACT_RECEIPT_MAKE, subject, error, "kind",
                            msk_enum_get_name (MSK_TYPE_RECEIPT_KIND, (int) kind), "attendee",
                            attendee, "lines", copies, NULL);
}

static gboolean
insert_signature (MskTransaction *transaction, const MskReceiptSigning *signing, GError **error)
{
  g_autoptr(MskStatement) statement =
                 msk_database_prepare (transaction->database,
                                       "INSERT INTO receipt_signature (receipt_number, way, "
                                       "signer_id, designation_id, strokes, signed_at, entered_by)"
                                       " VALUES (:number, :way, :signer, :designation, :strokes, "
                                       ":now, :user)",
                                       error);

  if (statement == NULL)
    return FALSE;

  msk_statement_bind_int64 (statement, ":number", signing->number);
  msk_statement_bind_text (statement, ":way",
                           msk_enum_get_name (MSK_TYPE_RECEIPT_WAY, (int) signing->way));
  msk_statement_bind_int64 (statement, ":signer", signing->signer_id);
  if (signing->designation_id != 0)
    msk_statement_bind_int64 (statement, ":designation", signing->designation_id);
  msk_statement_bind_text (statement, ":strokes", signing->strokes);
  msk_statement_bind_int64 (statement, ":now", transaction->actor.now);
  msk_statement_bind_text (statement, ":user", transaction->actor.user);
  return msk_statement_run (statement, error);
}

gboolean
msk_receipt_store_sign (MskTransaction *transaction,
                        const MskReceiptSigning *signing,
                        GError **error)
{
  g_autofree char *subject = dup_subject (signing->number);
  g_autofree char *signer = g_strdup_printf ("%" G_GINT64_FORMAT, signing->signer_id);
  g_autofree char *designation = g_strdup_printf ("%" G_GINT64_FORMAT, signing->designation_id);
  g_autofree char *digest = g_compute_checksum_for_string (G_CHECKSUM_SHA256, signing->strokes, -1);

  /* The strokes stand in the register, and the ledger holds them to what they were. */
  return insert_signature (transaction, signing, error) &&
         msk_ledger_append (transaction,
                            signing->way == MSK_RECEIPT_WAY_SCREEN ? MSK_ACT_RECEIPT_SIGN
                                                                   : MSK_ACT_RECEIPT_ENTER,
                            subject, error, "signer", signer, "designation", designation,
                            *signing->strokes != '\0' ? "strokes-sha256" : NULL, digest, NULL);
}

static MskReceipt *
read_receipt (MskStatement *statement, GError **error)
{
  g_autoptr(MskReceipt) receipt = msk_receipt_new ();
  const char *strokes = msk_statement_get_text (statement, 14);
  int kind, way;

  if (!msk_statement_get_enum (statement, 1, MSK_TYPE_RECEIPT_KIND, &kind, error) ||
      !msk_statement_get_enum (statement, 8, MSK_TYPE_RECEIPT_WAY, &way, error))
    return NULL;
  /* It was checked before it was written: what is no signature now was put there otherwise. */
  if (*strokes != '\0')
    {
      receipt->signature = msk_signature_parse (strokes, NULL);
      if (receipt->signature == NULL)
        {
          msk_database_fail_damaged (error);
          return NULL;
        }
    }

  receipt->number = msk_statement_get_int64 (statement, 0);
  receipt->kind = (MskReceiptKind) kind;
  receipt->attendee_id = msk_statement_get_int64 (statement, 2);
  receipt->person = msk_statement_dup_text (statement, 3);
  receipt->unit = msk_statement_dup_text (statement, 4);
  receipt->made_at = msk_statement_get_int64 (statement, 5);
  receipt->made_by = msk_statement_dup_text (statement, 6);
  receipt->is_signed = msk_statement_get_int64 (statement, 7) != 0;
  receipt->way = (MskReceiptWay) way;
  receipt->signer_id = msk_statement_get_int64 (statement, 9);
  receipt->signer = msk_statement_dup_text (statement, 10);
  receipt->reference = msk_statement_dup_text (statement, 11);
  receipt->signed_at = msk_statement_get_int64 (statement, 12);
  receipt->entered_by = msk_statement_dup_text (statement, 13);
  return g_steal_pointer (&receipt);
}

static GPtrArray *
list_lines (MskDatabase *database, gint64 number, GError **error)
{
  g_autoptr(MskStatement) statement =
                 msk_database_prepare (database,
                                       SELECT_OF_COPIES
                                       " WHERE m.id IN (SELECT movement_id FROM receipt_line WHERE "
                                       "receipt_number = :number)"
                                       " UNION ALL " SELECT_OF_CARRIERS
                                       " WHERE m.id IN (SELECT carrier_movement_id FROM "
                                       "receipt_line WHERE receipt_number = :number)" LINE_ORDER,
                                       error);

  if (statement == NULL)
    return NULL;

  msk_statement_bind_int64 (statement, ":number", number);
  return msk_statement_collect (statement, (MskStatementReadFunc) read_line, error);
}

static gboolean
add_lines (MskDatabase *database, MskReceipt *receipt, GError **error)
{
  receipt->lines = list_lines (database, receipt->number, error);
  return receipt->lines != NULL;
}

MskReceipt *
msk_receipt_store_get (MskDatabase *database, gint64 number, GError **error)
{
  g_autoptr(MskStatement) statement =
                 msk_database_prepare (database, SELECT_RECEIPT " WHERE r.number = :number", error);
  g_autoptr(MskReceipt) receipt = NULL;
  gboolean row;

  if (statement == NULL)
    return NULL;

  msk_statement_bind_int64 (statement, ":number", number);
  if (!msk_statement_step (statement, &row, error))
    return NULL;
  if (!row)
    {
      g_set_error_literal (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_NOT_FOUND,
                           _ ("There is no receipt with this number: look at the number on the "
                              "receipt, or at the register of receipts."));
      return NULL;
    }

  receipt = read_receipt (statement, error);
  return receipt != NULL && add_lines (database, receipt, error) ? g_steal_pointer (&receipt)
                                                                 : NULL;
}

GPtrArray *
msk_receipt_store_list (MskDatabase *database, GError **error)
{
  g_autoptr(MskStatement) statement =
                 msk_database_prepare (database, SELECT_RECEIPT " ORDER BY r.number", error);
  g_autoptr(GPtrArray) receipts =
                 msk_statement_collect (statement, (MskStatementReadFunc) read_receipt, error);

  for (guint i = 0; receipts != NULL && i < receipts->len; i++)
    if (!add_lines (database, g_ptr_array_index (receipts, i), error))
      return NULL;

  return g_steal_pointer (&receipts);
}

gboolean
msk_receipt_store_find_signed (MskDatabase *database,
                               gint64 movement_id,
                               gboolean is_carrier,
                               gint64 *number,
                               GError **error)
{
  g_autoptr(MskStatement) statement =
                 msk_database_prepare (database,
                                       is_carrier
                                           ? "SELECT s.receipt_number FROM receipt_line AS l JOIN "
                                             "receipt_signature AS s ON s.receipt_number = "
                                             "l.receipt_number WHERE l.carrier_movement_id = :id"
                                           : "SELECT s.receipt_number FROM receipt_line AS l JOIN "
                                             "receipt_signature AS s ON s.receipt_number = "
                                             "l.receipt_number WHERE l.movement_id = :id",
                                       error);

  if (statement == NULL)
    return FALSE;

  msk_statement_bind_int64 (statement, ":id", movement_id);
  return msk_statement_read_int64 (statement, number, error);
}
