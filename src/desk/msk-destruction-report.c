/* Destruction on paper (D1): the list of one batch, the register of batches, and what went back to
 * its originator. SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-destruction-report.h"

#include <glib/gi18n-lib.h>

#include "msk-destruction-desk.h"
#include "msk-originator-desk.h"
#include "msk-report-desk-private.h"

static void
add_facts (MskReport *report, MskDestruction *batch)
{
  g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, batch->id);
  g_autofree char *proposed = msk_report_desk_dup_time (batch->proposed_at);
  g_autofree char *approved = msk_report_desk_dup_time (batch->decided_at);
  g_autofree char *begun = msk_report_desk_dup_time (batch->begun_at);
  g_autofree char *ended = msk_report_desk_dup_time (batch->ended_at);
  g_autofree char *counted =
      msk_report_desk_dup_text (_ ("%u items, %u pages or sheets"), batch->items, batch->sheets);
  g_autofree char *scanned = g_strdup_printf ("%u", batch->scanned);
  const MskReportFact facts[] = {
    { _ ("Batch"), number },
    { _ ("Reason"), batch->reason },
    { _ ("Standing"), msk_destruction_get_standing (batch) },
    { _ ("In the batch"), counted },
    { _ ("Scanned at the machine"), scanned },
    { _ ("Proposed at"), proposed },
    { _ ("Approved at"), approved },
    { _ ("Method"), batch->begun_at == 0 ? "" : msk_destruction_method_get_label (batch->method) },
    { _ ("Place"), batch->place },
    { _ ("Begun at the machine"), begun },
    { _ ("Ended"), ended },
  };

  msk_report_add_facts (report, facts, G_N_ELEMENTS (facts));
  if (*batch->remark != '\0')
    {
      const MskReportFact remark[] = { { _ ("Remark"), batch->remark } };

      msk_report_add_facts (report, remark, G_N_ELEMENTS (remark));
    }
}

static char *
dup_scan (gint64 at, gboolean by_hand)
{
  g_autofree char *time = msk_report_desk_dup_time (at);

  return at != 0 && by_hand ? g_strdup_printf (_ ("%s, typed"), time) : g_steal_pointer (&time);
}

static void
add_thing (GPtrArray *cells, MskDestructionItem *item)
{
  g_ptr_array_add (cells, msk_destruction_item_dup_number (item));
  g_ptr_array_add (cells, g_strdup (msk_destruction_item_get_kind_label (item)));
  g_ptr_array_add (cells, *item->document_number == '\0'
                              ? g_strdup (item->what)
                              : g_strdup_printf ("%s %s", item->document_number, item->what));
  g_ptr_array_add (cells, g_strdup (msk_level_get_label (item->level)));
  g_ptr_array_add (cells, item->sheets == 0 ? g_strdup ("") : g_strdup_printf ("%u", item->sheets));
}

static gboolean
add_items (MskReport *report, MskSession *session, MskDestruction *batch, GError **error)
{
  const MskReportColumn columns[] = {
    { _ ("No."), 6, TRUE },          { _ ("Number"), 16, FALSE },         { _ ("Kind"), 11, FALSE },
    { _ ("What it is"), 21, FALSE }, { _ ("Level"), 9, FALSE },           { _ ("Pages"), 8, TRUE },
    { _ ("Before"), 14, FALSE },     { _ ("At the machine"), 15, FALSE },
  };
  g_autoptr(GPtrArray) items = msk_destruction_desk_list_items (session, batch->id, error);
  g_autoptr(GPtrArray) cells = g_ptr_array_new_with_free_func (g_free);

  if (items == NULL)
    return FALSE;

  for (guint i = 0; i < items->len; i++)
    {
      MskDestructionItem *item = g_ptr_array_index (items, i);

      g_ptr_array_add (cells, g_strdup_printf ("%u", i + 1));
      add_thing (cells, item);
      g_ptr_array_add (cells, dup_scan (item->added_at, item->added_by_hand));
      g_ptr_array_add (cells, batch->stage == MSK_DESTRUCTION_DONE && item->scanned_at == 0
                                  ? g_strdup (_ ("not destroyed"))
                                  : dup_scan (item->scanned_at, item->scanned_by_hand));
    }
  msk_report_desk_add_table (report, columns, G_N_ELEMENTS (columns), cells);
  return TRUE;
}

/* What is not decided yet is signed by hand. */
static const char *
get_name (const char *user)
{
  return *user == '\0' ? NULL : user;
}

/* Two who went away are as answerable for what they put in as those who signed the end. */
static void
add_attendances (MskReport *report, GPtrArray *attendances)
{
  const MskReportColumn columns[] = {
    { _ ("From"), 18, FALSE },         { _ ("Destroyed by"), 18, FALSE },
    { _ ("Witnessed by"), 18, FALSE }, { _ ("Method"), 14, FALSE },
    { _ ("Place"), 22, FALSE },        { _ ("Items"), 10, TRUE },
  };
  g_autoptr(GPtrArray) cells = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < attendances->len; i++)
    {
      const MskDestructionAttendance *attendance = g_ptr_array_index (attendances, i);

      g_ptr_array_add (cells, msk_report_desk_dup_time (attendance->at));
      g_ptr_array_add (cells, g_strdup (attendance->destroyer));
      g_ptr_array_add (cells, g_strdup (attendance->witness));
      g_ptr_array_add (cells, g_strdup (msk_destruction_method_get_label (attendance->method)));
      g_ptr_array_add (cells, g_strdup (attendance->place));
      g_ptr_array_add (cells, g_strdup_printf ("%u", attendance->items));
    }
  msk_report_add_heading (report, _ ("At the machine"));
  msk_report_desk_add_table (report, columns, G_N_ELEMENTS (columns), cells);
}

static gboolean
is_same_pair (const MskDestructionAttendance *one, const MskDestructionAttendance *other)
{
  return g_str_equal (one->destroyer, other->destroyer) &&
         g_str_equal (one->witness, other->witness);
}

static gboolean
signs_already (GPtrArray *attendances, guint before)
{
  for (guint i = 0; i < before; i++)
    if (is_same_pair (g_ptr_array_index (attendances, i), g_ptr_array_index (attendances, before)))
      return TRUE;

  return FALSE;
}

/* Every two who were at the machine, once. */
static void
add_signatures (MskReport *report, MskDestruction *batch, GPtrArray *attendances)
{
  const MskReportSigner deciders[] = { { _ ("Proposed by"), get_name (batch->proposed_by) },
                                       { _ ("Approved by"), get_name (batch->decided_by) } };
  const MskReportSigner nobody[] = { { _ ("Destroyed by"), NULL }, { _ ("Witnessed by"), NULL } };

  msk_report_add_signatures (report, deciders, G_N_ELEMENTS (deciders));
  if (attendances->len == 0)
    msk_report_add_signatures (report, nobody, G_N_ELEMENTS (nobody));
  for (guint i = 0; i < attendances->len; i++)
    {
      const MskDestructionAttendance *attendance = g_ptr_array_index (attendances, i);
      const MskReportSigner two[] = { { _ ("Destroyed by"), attendance->destroyer },
                                      { _ ("Witnessed by"), attendance->witness } };

      if (!signs_already (attendances, i))
        msk_report_add_signatures (report, two, G_N_ELEMENTS (two));
    }
}

gboolean
msk_destruction_report_add_list (MskReport *report, MskSession *session, gint64 id, GError **error)
{
  g_autoptr(MskDestruction) batch = msk_destruction_desk_get (session, id, error);
  g_autoptr(GPtrArray) attendances =
                 batch == NULL ? NULL : msk_destruction_desk_list_attendances (session, id, error);

  if (attendances == NULL)
    return FALSE;

  add_facts (report, batch);
  if (!add_items (report, session, batch, error))
    return FALSE;

  if (attendances->len > 0)
    add_attendances (report, attendances);
  add_signatures (report, batch, attendances);
  return TRUE;
}

static void
add_register_row (GPtrArray *cells, MskDestruction *batch)
{
  g_ptr_array_add (cells, g_strdup_printf ("%" G_GINT64_FORMAT, batch->id));
  g_ptr_array_add (cells, g_strdup (batch->reason));
  g_ptr_array_add (cells, g_strdup_printf ("%u", batch->items));
  g_ptr_array_add (cells,
                   g_strdup_printf ("%u",
                                    batch->stage == MSK_DESTRUCTION_DONE ? batch->scanned : 0));
  g_ptr_array_add (cells, g_strdup (batch->proposed_by));
  g_ptr_array_add (cells, g_strdup (batch->decided_by));
  g_ptr_array_add (cells, g_strdup (batch->destroyer));
  g_ptr_array_add (cells, g_strdup (batch->witness));
  g_ptr_array_add (cells, batch->begun_at == 0
                              ? g_strdup ("")
                              : g_strdup_printf (_ ("%s, %s"),
                                                 msk_destruction_method_get_label (batch->method),
                                                 batch->place));
  g_ptr_array_add (cells, msk_report_desk_dup_time (batch->ended_at));
  g_ptr_array_add (cells, *batch->remark == '\0'
                              ? g_strdup (msk_destruction_get_standing (batch))
                              : g_strdup_printf (_ ("%s: %s"), msk_destruction_get_standing (batch),
                                                 batch->remark));
}

static gboolean
add_batches (MskReport *report, MskSession *session, GPtrArray *batches, GError **error)
{
  for (guint i = 0; i < batches->len; i++)
    {
      MskDestruction *batch = g_ptr_array_index (batches, i);
      g_autofree char *heading = NULL;

      if (batch->stage != MSK_DESTRUCTION_DONE)
        continue;
      heading = g_strdup_printf (_ ("Batch %u"), (guint) batch->id);
      msk_report_add_heading (report, heading);
      if (!add_items (report, session, batch, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
add_return_items (MskReport *report, MskSession *session, gint64 id, GError **error)
{
  const MskReportColumn columns[] = {
    { _ ("Number"), 21, FALSE }, { _ ("Kind"), 15, FALSE }, { _ ("What it is"), 30, FALSE },
    { _ ("Level"), 12, FALSE },  { _ ("Pages"), 8, TRUE },  { _ ("In hand"), 14, FALSE },
  };
  g_autoptr(GPtrArray) items = msk_originator_desk_list_items (session, id, error);
  g_autoptr(GPtrArray) cells = g_ptr_array_new_with_free_func (g_free);

  if (items == NULL)
    return FALSE;

  for (guint i = 0; i < items->len; i++)
    {
      MskDestructionItem *item = g_ptr_array_index (items, i);

      add_thing (cells, item);
      g_ptr_array_add (cells, g_strdup (item->scanned_by_hand ? _ ("by hand") : _ ("scanned")));
    }
  msk_report_desk_add_table (report, columns, G_N_ELEMENTS (columns), cells);
  return TRUE;
}

static void
add_return_facts (MskReport *report, MskOriginatorReturn *back)
{
  g_autofree char *at = msk_report_desk_dup_time (back->at);
  g_autofree char *items = g_strdup_printf ("%u", back->items);
  const MskReportFact facts[] = {
    { _ ("Originator"), back->organ },
    { _ ("Receipt"), back->receipt },
    { _ ("Taken there by"), back->bearer },
    { _ ("Together with"), back->second },
    { _ ("When"), at },
    { _ ("Entered by"), back->user },
    { _ ("Witnessed by"), back->witness },
    { _ ("Items"), items },
  };

  msk_report_add_facts (report, facts, G_N_ELEMENTS (facts));
}

static gboolean
add_returns (MskReport *report, MskSession *session, GError **error)
{
  g_autoptr(GPtrArray) returns = msk_originator_desk_list (session, error);

  if (returns == NULL)
    return FALSE;

  for (guint i = 0; i < returns->len; i++)
    {
      MskOriginatorReturn *back = g_ptr_array_index (returns, i);
      g_autofree char *heading =
          g_strdup_printf (_ ("Return %u to the originator"), (guint) back->id);

      msk_report_add_heading (report, heading);
      add_return_facts (report, back);
      if (!add_return_items (report, session, back->id, error))
        return FALSE;
    }

  return TRUE;
}

gboolean
msk_destruction_report_add_register (MskReport *report, MskSession *session, GError **error)
{
  const MskReportColumn columns[] = {
    { _ ("Batch"), 7, TRUE },           { _ ("Reason"), 12, FALSE },
    { _ ("Items"), 6, TRUE },           { _ ("Destroyed"), 8, TRUE },
    { _ ("Proposed by"), 9, FALSE },    { _ ("Approved by"), 9, FALSE },
    { _ ("Destroyed by"), 9, FALSE },   { _ ("Witnessed by"), 9, FALSE },
    { _ ("Method, place"), 12, FALSE }, { _ ("Ended"), 12, FALSE },
    { _ ("Standing"), 10, FALSE },
  };
  g_autoptr(GPtrArray) batches = msk_destruction_desk_list (session, error);
  g_autoptr(GPtrArray) cells = g_ptr_array_new_with_free_func (g_free);

  if (batches == NULL)
    return FALSE;

  for (guint i = 0; i < batches->len; i++)
    add_register_row (cells, g_ptr_array_index (batches, i));
  msk_report_desk_add_table (report, columns, G_N_ELEMENTS (columns), cells);
  return add_batches (report, session, batches, error) && add_returns (report, session, error);
}

gboolean
msk_destruction_report_add_return (MskReport *report,
                                   MskSession *session,
                                   gint64 id,
                                   GError **error)
{
  g_autoptr(GPtrArray) items = msk_originator_desk_list_items (session, id, error);
  g_autoptr(GPtrArray) returns = items == NULL ? NULL : msk_originator_desk_list (session, error);

  for (guint i = 0; returns != NULL && i < returns->len; i++)
    {
      MskOriginatorReturn *back = g_ptr_array_index (returns, i);
      const MskReportSigner signers[] = { { _ ("Handed over by"), NULL },
                                          { _ ("Witnessed by"), back->witness },
                                          { _ ("Taken there by"), back->bearer },
                                          { _ ("Received by"), NULL } };

      if (back->id != id)
        continue;
      add_return_facts (report, back);
      msk_report_add_heading (report, _ ("What went back"));
      if (!add_return_items (report, session, id, error))
        return FALSE;
      msk_report_add_signatures (report, signers, G_N_ELEMENTS (signers));
    }

  return returns != NULL;
}
