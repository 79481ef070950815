/* The incidents that the desk's own files open, each in the transaction of what brought it to
 * light. SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "msk-carrier-store.h"
#include "msk-copy-store.h"
#include "msk-enum-types.h"
#include "msk-enum.h"
#include "msk-error.h"
#include "msk-handover.h"
#include "msk-incident-private.h"
#include "msk-incident-store.h"
#include "msk-paper-store.h"

/* The level of a copy is its paper's; *level is 0 for the meeting's. */
static gboolean
get_paper_level (MskDatabase *database, gint64 paper_id, MskLevel *level, GError **error)
{
  g_autoptr(MskPaper) paper =
                 paper_id == 0 ? NULL : msk_paper_store_get (database, paper_id, error);

  if (paper == NULL)
    return paper_id == 0;

  *level = paper->level;
  return TRUE;
}

static gboolean
fill_in_copy (MskDatabase *database, guint number, MskIncidentDraft *draft, GError **error)
{
  g_autoptr(MskCopy) copy = msk_copy_store_get (database, number, error);

  if (copy == NULL)
    return FALSE;

  draft->attendee_id = copy->holder_id;
  return get_paper_level (database, copy->paper_id, &draft->level, error);
}

static gboolean
fill_in_carrier (MskDatabase *database, guint number, MskIncidentDraft *draft, GError **error)
{
  g_autoptr(MskCarrier) carrier = msk_carrier_store_get (database, number, error);

  if (carrier == NULL)
    return FALSE;

  draft->attendee_id = carrier->holder_id;
  draft->level = carrier->level;
  return TRUE;
}

static char *
dup_line_subject (MskSweepLine *line)
{
  return msk_stock_dup_subject (line->kind == MSK_SWEEP_CARRIER ? MSK_STOCK_CARRIER
                                                                : MSK_STOCK_COPY,
                                line->number);
}

/* Whoever reports a thing missing has told the secrecy department. */
static gboolean
open_missing (MskTransaction *transaction,
              const MskIncidentDraft *draft,
              const char *told,
              GError **error)
{
  gint64 id;

  return msk_incident_store_find_loss (transaction->database, draft->subject, &id, error) &&
         (id != 0 || msk_incident_store_open (transaction, draft, &id, error)) &&
         msk_incident_store_report (transaction, id, MSK_DEPARTMENT_SECRECY, told,
                                    transaction->actor.now, error);
}

gboolean
msk_incident_open_missing (MskTransaction *transaction,
                           MskSweepLine *line,
                           const char *text,
                           const char *told,
                           GError **error)
{
  g_autofree char *subject = dup_line_subject (line);
  MskIncidentDraft draft = { .kind = MSK_INCIDENT_MISSING, .subject = subject, .text = text };

  return (line->kind == MSK_SWEEP_CARRIER
              ? fill_in_carrier (transaction->database, line->number, &draft, error)
              : fill_in_copy (transaction->database, line->number, &draft, error)) &&
         open_missing (transaction, &draft, told, error);
}

gboolean
msk_incident_open_damage (MskTransaction *transaction,
                          MskSweepLine *line,
                          const char *text,
                          gint64 *id,
                          GError **error)
{
  g_autofree char *subject = dup_line_subject (line);
  MskIncidentDraft draft = { .kind = MSK_INCIDENT_PAGES_MISSING, .subject = subject, .text = text };

  return (line->kind == MSK_SWEEP_CARRIER
              ? fill_in_carrier (transaction->database, line->number, &draft, error)
              : fill_in_copy (transaction->database, line->number, &draft, error)) &&
         msk_incident_store_find_loss (transaction->database, subject, id, error) &&
         (*id != 0 || msk_incident_store_open (transaction, &draft, id, error));
}

gboolean
msk_incident_open_missing_set (MskTransaction *transaction,
                               MskSpoilage *set,
                               const char *text,
                               const char *told,
                               GError **error)
{
  g_autofree char *subject = msk_stock_dup_subject (MSK_STOCK_SET, set->id);
  MskIncidentDraft draft = { .kind = MSK_INCIDENT_MISSING, .subject = subject, .text = text };

  return get_paper_level (transaction->database, set->paper_id, &draft.level, error) &&
         open_missing (transaction, &draft, told, error);
}

gboolean
msk_incident_recover_line (MskTransaction *transaction,
                           MskSweepLine *line,
                           const char *text,
                           GError **error)
{
  g_autofree char *subject = dup_line_subject (line);

  return msk_incident_store_recover (transaction, subject, text, error);
}

/* Two of one thing: the level is the thing's. */
static gboolean
open_second_sighting (MskTransaction *transaction,
                      const MskTagReading *reading,
                      MskIncidentDraft *draft,
                      GError **error)
{
  gint64 id;

  draft->kind = MSK_INCIDENT_SECOND_SIGHTING;
  return (reading->carrier != 0
              ? fill_in_carrier (transaction->database, reading->carrier, draft, error)
              : fill_in_copy (transaction->database, reading->number, draft, error)) &&
         msk_incident_store_open_once (transaction, draft, &id, error);
}

gboolean
msk_incident_open_elsewhere (MskTransaction *transaction,
                             MskSweepKind kind,
                             guint number,
                             MskMeasureArea first_zone,
                             MskMeasureArea zone,
                             GError **error)
{
  const gboolean of_carrier = kind == MSK_SWEEP_CARRIER;
  const MskTagReading reading = { .number = of_carrier ? 0 : number,
                                  .carrier = of_carrier ? number : 0 };
  g_autofree char *subject =
      msk_stock_dup_subject (of_carrier ? MSK_STOCK_CARRIER : MSK_STOCK_COPY, number);
  g_autofree char *text =
      g_strdup_printf (_ ("Scanned in the sweep in the zone “%s”, and before "
                          "in the zone “%s”."),
                       msk_measure_area_get_label (zone), msk_measure_area_get_label (first_zone));
  MskIncidentDraft draft = { .subject = subject, .text = text };

  return open_second_sighting (transaction, &reading, &draft, error);
}

/* What is not of this meeting has no level here: the meeting's. */
static gboolean
open_code (MskTransaction *transaction,
           const MskTagReading *reading,
           MskIncidentDraft *draft,
           MskIncidentKind kind,
           GError **error)
{
  gint64 id;

  draft->kind = kind;
  draft->subject = "code";
  draft->serial = reading->tag.serial;
  return msk_incident_store_open_once (transaction, draft, &id, error);
}

/* What was destroyed or sent back is in somebody's hand: there was another of it, or it never went.
 * A number that somebody typed is no sheet. */
static gboolean
open_scanned_gone (MskTransaction *transaction,
                   const MskTagReading *reading,
                   MskIncidentDraft *draft,
                   GError **error)
{
  return reading->tag.serial == 0 || open_second_sighting (transaction, reading, draft, error);
}

gboolean
msk_incident_open_refusal (MskTransaction *transaction,
                           const MskTagReading *reading,
                           const char *subject,
                           const char *code,
                           const char *place,
                           GError **error)
{
  MskIncidentDraft draft = { .subject = subject, .text = place };
  int rule;

  if (!msk_enum_parse (MSK_TYPE_RULE_ERROR, code, &rule))
    return TRUE;

  switch ((guint) rule)
    {
    case MSK_RULE_ERROR_SECOND_SIGHTING:
      return open_second_sighting (transaction, reading, &draft, error);
    case MSK_RULE_ERROR_COPY_DESTROYED:
    case MSK_RULE_ERROR_COPY_WITH_ORIGINATOR:
    case MSK_RULE_ERROR_CARRIER_DESTROYED:
    case MSK_RULE_ERROR_CARRIER_WITH_ORIGINATOR:
      return open_scanned_gone (transaction, reading, &draft, error);
    case MSK_RULE_ERROR_FORGED_TAG:
      return open_code (transaction, reading, &draft, MSK_INCIDENT_FORGED_TAG, error);
    case MSK_RULE_ERROR_OTHER_MEETING:
      return open_code (transaction, reading, &draft, MSK_INCIDENT_OTHER_MEETING, error);
    default:
      return TRUE;
    }
}

static gboolean
get_state (MskDatabase *database,
           MskStockKind kind,
           guint number,
           MskCopyState *state,
           GError **error)
{
  g_autoptr(MskCopy) copy = NULL;
  g_autoptr(MskCarrier) carrier = NULL;

  if (kind == MSK_STOCK_CARRIER)
    {
      carrier = msk_carrier_store_get (database, number, error);
      *state = carrier == NULL ? MSK_COPY_VOID : carrier->state;
      return carrier != NULL;
    }

  copy = msk_copy_store_get (database, number, error);
  *state = copy == NULL ? MSK_COPY_VOID : copy->state;
  return copy != NULL;
}

gboolean
msk_incident_open_gone (MskTransaction *transaction,
                        MskStockKind kind,
                        gint64 number,
                        const char *place,
                        GError **error)
{
  const gboolean of_carrier = kind == MSK_STOCK_CARRIER;
  const MskTagReading reading = { .number = of_carrier ? 0 : (guint) number,
                                  .carrier = of_carrier ? (guint) number : 0 };
  g_autofree char *subject = msk_stock_dup_subject (kind, number);
  MskIncidentDraft draft = { .subject = subject, .text = place };
  MskCopyState state;

  if (number == 0 || (kind != MSK_STOCK_COPY && !of_carrier))
    return TRUE;
  if (!get_state (transaction->database, kind, (guint) number, &state, error))
    return FALSE;

  return (state != MSK_COPY_DESTROYED && state != MSK_COPY_WITH_ORIGINATOR) ||
         open_second_sighting (transaction, &reading, &draft, error);
}

gboolean
msk_incident_open_counts (MskTransaction *transaction, const char *text, GError **error)
{
  const MskIncidentDraft draft = { .kind = MSK_INCIDENT_STOCK_DIFFERS,
                                   .subject = "sweep count",
                                   .text = text };
  gint64 id;

  return msk_incident_store_open_once (transaction, &draft, &id, error);
}

gboolean
msk_incident_open_run (MskTransaction *transaction, MskPrintRun *run, GError **error)
{
  g_autofree char *subject = g_strdup_printf ("print run %" G_GINT64_FORMAT, run->id);
  g_autofree char *text =
      g_strdup_printf (_ ("%u sheets were counted, and the register knows of %u."), run->counted,
                       run->expected);
  MskIncidentDraft draft = { .kind = MSK_INCIDENT_SHEETS_DIFFER, .subject = subject, .text = text };
  gint64 id;

  return get_paper_level (transaction->database, run->paper_id, &draft.level, error) &&
         msk_incident_store_open_once (transaction, &draft, &id, error);
}

gboolean
msk_incident_open_not_destroyed (MskTransaction *transaction,
                                 gint64 batch_id,
                                 GPtrArray *items,
                                 const char *left,
                                 const char *remark,
                                 GError **error)
{
  g_autofree char *subject = g_strdup_printf ("destruction %" G_GINT64_FORMAT, batch_id);
  g_autofree char *text =
      g_strdup_printf (_ ("In the batch, and not at the machine: %s. %s"), left, remark);
  MskIncidentDraft draft = { .kind = MSK_INCIDENT_STOCK_DIFFERS, .subject = subject, .text = text };
  gint64 id;

  for (guint i = 0; i < items->len; i++)
    {
      const MskDestructionItem *item = g_ptr_array_index (items, i);

      if (item->scanned_at == 0)
        draft.level = MAX (draft.level, item->level);
    }

  return msk_incident_store_open_once (transaction, &draft, &id, error);
}

gboolean
msk_incident_open_twice (MskTransaction *transaction,
                         MskCopy *copy,
                         const char *reason,
                         GError **error)
{
  const MskTagReading reading = { .number = copy->number };
  g_autofree char *subject = msk_stock_dup_subject (MSK_STOCK_COPY, copy->number);
  g_autofree char *text = g_strdup_printf (_ ("A set too many was registered: %s"), reason);
  MskIncidentDraft draft = { .subject = subject, .text = text };

  return open_second_sighting (transaction, &reading, &draft, error);
}

static gboolean
raise_level (MskDatabase *database, MskDiscrepancy *found, MskLevel *level, GError **error)
{
  MskIncidentDraft draft = { 0 };

  if (!(found->stock == MSK_STOCK_CARRIER
            ? fill_in_carrier (database, (guint) found->number, &draft, error)
            : get_paper_level (database, found->paper_id, &draft.level, error)))
    return FALSE;

  *level = MAX (*level, draft.level);
  return TRUE;
}

gboolean
msk_incident_open_handover (MskTransaction *transaction,
                            gint64 handover_id,
                            GPtrArray *found,
                            const char *text,
                            gint64 *id,
                            GError **error)
{
  g_autofree char *subject = g_strdup_printf ("handover %" G_GINT64_FORMAT, handover_id);
  MskIncidentDraft draft = { .kind = MSK_INCIDENT_STOCK_DIFFERS, .subject = subject, .text = text };
  gboolean unknown = FALSE;

  for (guint i = 0; i < found->len; i++)
    {
      MskDiscrepancy *one = g_ptr_array_index (found, i);

      if (one->stock == MSK_STOCK_CARRIER && one->number == 0)
        unknown = TRUE;
      else if (!raise_level (transaction->database, one, &draft.level, error))
        return FALSE;
    }

  /* A figure does not say which carriers are missing: the level is the meeting’s. */
  if (unknown)
    draft.level = 0;
  return msk_incident_store_open_once (transaction, &draft, id, error);
}
