/* The verbs of the sweep about zones, blind counts and things left behind (M9).
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-sweep-verbs.h"

#include <glib/gi18n-lib.h>

#include "msk-damage-desk.h"
#include "msk-enum-types.h"
#include "msk-enum.h"
#include "msk-error.h"
#include "msk-json-members.h"
#include "msk-json.h"
#include "msk-left-item-desk.h"
#include "msk-sweep-count-desk.h"
#include "msk-sweep-desk.h"
#include "msk-sweep-zone-desk.h"
#include "msk-table.h"

const MskDraftKey msk_sweep_left_keys[] = {
  { "kind", MSK_DRAFT_TEXT, TRUE,
    N_ ("notebook, sheet, storage, recorder, telephone, or other for what can hold nothing "
        "secret") },
  { "description", MSK_DRAFT_TEXT, TRUE, N_ ("what it looks like, and where exactly it lay") },
  { "finder", MSK_DRAFT_TEXT, TRUE, N_ ("full name of who found it") },
  { NULL },
};

const MskDraftKey msk_sweep_damage_keys[] = {
  { "reason", MSK_DRAFT_TEXT, TRUE, N_ ("what is damaged, and how") },
  { "pages_missing", MSK_DRAFT_COUNT, FALSE, N_ ("pages that are missing; without, it is whole") },
  { NULL },
};

const MskDraftKey msk_sweep_handling_keys[] = {
  { "handling", MSK_DRAFT_TEXT, TRUE, N_ ("what was done with it, and who has it now") },
  { NULL },
};

gboolean
msk_sweep_read_zone (MskCli *cli, MskMeasureArea *zone, GError **error)
{
  *zone = MSK_SWEEP_ZONE_FIRST;
  return cli->options.zone == NULL ||
         msk_sweep_zone_desk_parse (cli->session, cli->options.zone, zone, error);
}

static JsonObject *
make_zone (const MskSweepZone *zone)
{
  JsonObject *object = json_object_new ();

  msk_json_set_enum (object, "zone", MSK_TYPE_MEASURE_AREA, (int) zone->area);
  json_object_set_int_member (object, "seen", zone->seen);
  json_object_set_int_member (object, "seen_again", zone->again);
  json_object_set_int_member (object, "strange", zone->strange);
  json_object_set_int_member (object, "damaged", zone->damaged);
  json_object_set_int_member (object, "left_items", zone->left);
  json_object_set_int_member (object, "checks", zone->checks);
  json_object_set_int_member (object, "checks_open", zone->open);
  msk_json_set_time (object, "newest_at", zone->newest_at);
  return object;
}

/* A number as a cell. */
static char *
dup_count (guint count)
{
  return g_strdup_printf ("%u", count);
}

gboolean
msk_sweep_verb_zones (MskCli *cli, GError **error)
{
  g_autoptr(GPtrArray) zones = msk_sweep_zone_desk_list (cli->session, error);
  g_autoptr(MskTable) table =
                 msk_table_new (_ ("Zone"), _ ("Seen"), _ ("Seen again"), _ ("Strange codes"),
                                _ ("Damaged"), _ ("Left behind"), _ ("Checks open"), NULL);
  g_autofree char *text = NULL;

  if (zones == NULL)
    return FALSE;

  for (guint i = 0; i < zones->len; i++)
    {
      const MskSweepZone *zone = g_ptr_array_index (zones, i);
      g_autofree char *seen = dup_count (zone->seen);
      g_autofree char *again = dup_count (zone->again);
      g_autofree char *strange = dup_count (zone->strange);
      g_autofree char *damaged = dup_count (zone->damaged);
      g_autofree char *left = dup_count (zone->left);
      g_autofree char *open = dup_count (zone->open);

      msk_table_add (table, msk_measure_area_get_label (zone->area), seen, again, strange, damaged,
                     left, open, NULL);
    }
  text = msk_table_dup_text (table);
  msk_json_set_list (cli->answer, "zones", zones, (MskJsonMake) make_zone);
  msk_cli_say (cli, "%s", text);
  return TRUE;
}

static JsonObject *
make_tally (const MskSweepTally *tally)
{
  JsonObject *object = json_object_new ();
  JsonObject *classes = json_object_new ();

  if (tally->paper_id != 0)
    json_object_set_int_member (object, "paper", tally->paper_id);
  msk_json_set_text (object, "document_number", tally->document_number);
  json_object_set_int_member (object, "expected", tally->expected);
  json_object_set_int_member (object, "seen", tally->seen);
  json_object_set_int_member (object, "unexplained", tally->unexplained);
  json_object_set_int_member (object, "missing", tally->missing);
  json_object_set_int_member (object, "damaged", tally->damaged);
  for (guint i = 0; i < MSK_SWEEP_N_CLASSES; i++)
    if (tally->classes[i] > 0)
      json_object_set_int_member (classes, msk_enum_get_name (MSK_TYPE_SWEEP_CLASS, (int) i),
                                  tally->classes[i]);
  json_object_set_object_member (object, "classes", classes);
  return object;
}

gboolean
msk_sweep_verb_papers (MskCli *cli, GError **error)
{
  g_autoptr(GPtrArray) tallies = msk_sweep_zone_desk_list_papers (cli->session, error);
  g_autoptr(MskTable) table =
                 msk_table_new (_ ("Paper or carrier"), _ ("Expected"), _ ("Seen"),
                                _ ("Unexplained"), _ ("Missing"), _ ("Damaged"), NULL);
  g_autofree char *text = NULL;

  if (tallies == NULL)
    return FALSE;

  for (guint i = 0; i < tallies->len; i++)
    {
      MskSweepTally *tally = g_ptr_array_index (tallies, i);
      g_autofree char *expected = dup_count (tally->expected);
      g_autofree char *seen = dup_count (tally->seen);
      g_autofree char *unexplained = dup_count (tally->unexplained);
      g_autofree char *missing = dup_count (tally->missing);
      g_autofree char *damaged = dup_count (tally->damaged);

      msk_table_add (table, msk_sweep_tally_get_what (tally), expected, seen, unexplained, missing,
                     damaged, NULL);
    }
  text = msk_table_dup_text (table);
  msk_json_set_list (cli->answer, "papers", tallies, (MskJsonMake) make_tally);
  msk_cli_say (cli, "%s", text);
  return TRUE;
}

/* As a figure is named on the command line. The caller owns it. */
static char *
dup_figure_name (gint64 paper_id)
{
  if (paper_id == MSK_SWEEP_FIGURE_CARRIERS)
    return g_strdup ("carriers");
  if (paper_id == MSK_SWEEP_FIGURE_SETS)
    return g_strdup ("sets");

  return g_strdup_printf ("%" G_GINT64_FORMAT, paper_id);
}

static gboolean
parse_figure (const char *word, MskSweepFigure *figure, GError **error)
{
  g_auto(GStrv) parts = g_strsplit (word, "=", 2);
  guint64 id = 0;
  guint64 counted = 0;
  gboolean is_good =
      g_strv_length (parts) == 2 &&
      g_ascii_string_to_unsigned (parts[1], 10, 0, MSK_SWEEP_FIGURE_MAX, &counted, NULL);

  *figure = (MskSweepFigure){ .counted = (guint) counted };
  if (is_good && g_str_equal (parts[0], "carriers"))
    figure->paper_id = MSK_SWEEP_FIGURE_CARRIERS;
  else if (is_good && g_str_equal (parts[0], "sets"))
    figure->paper_id = MSK_SWEEP_FIGURE_SETS;
  else
    {
      is_good = is_good && g_ascii_string_to_unsigned (parts[0], 10, 1, G_MAXINT32, &id, NULL);
      figure->paper_id = (gint64) id;
    }
  if (is_good)
    return TRUE;

  g_set_error_literal (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_USAGE,
                       _ ("A figure is “PAPER=NUMBER”, “carriers=NUMBER” or “sets=NUMBER”: say "
                          "“msk sweep count” alone to see what is counted."));
  return FALSE;
}

/* What is counted, and how each is named here; never how many there should be. */
static gboolean
say_wanted (MskCli *cli, GError **error)
{
  g_autoptr(GArray) wanted = msk_sweep_count_desk_list_wanted (cli->session, error);
  JsonArray *list;

  if (wanted == NULL)
    return FALSE;

  list = json_array_new ();
  json_object_set_array_member (cli->answer, "wanted", list);
  for (guint i = 0; i < wanted->len; i++)
    {
      const gint64 id = g_array_index (wanted, MskSweepFigure, i).paper_id;
      g_autofree char *name = dup_figure_name (id);
      g_autofree char *what = msk_sweep_count_desk_dup_what (cli->session, id, error);

      if (what == NULL)
        return FALSE;
      json_array_add_string_element (list, name);
      msk_cli_say (cli, _ ("%s=NUMBER  for: %s"), name, what);
    }
  return TRUE;
}

gboolean
msk_sweep_verb_count (MskCli *cli, GError **error)
{
  g_autoptr(GArray) figures = g_array_new (FALSE, TRUE, sizeof (MskSweepFigure));
  MskSweepCountStanding standing;

  if (cli->n_arguments == 0)
    return say_wanted (cli, error);

  for (guint i = 0; i < cli->n_arguments; i++)
    {
      MskSweepFigure figure;

      if (!parse_figure (cli->arguments[i], &figure, error))
        return FALSE;
      g_array_append_val (figures, figure);
    }
  if (!msk_sweep_count_desk_add (cli->session, figures, &standing, error))
    return FALSE;

  msk_json_set_enum (cli->answer, "standing", MSK_TYPE_SWEEP_COUNT_STANDING, (int) standing);
  msk_cli_say (cli, _ ("Counted. Now: %s."), msk_sweep_count_standing_get_label (standing));
  return TRUE;
}

static JsonObject *
make_count (const MskSweepCount *count)
{
  JsonObject *object = json_object_new ();
  JsonArray *figures = json_array_new ();

  json_object_set_int_member (object, "round", count->round);
  msk_json_set_enum (object, "standing", MSK_TYPE_SWEEP_COUNT_STANDING, (int) count->standing);
  json_object_set_string_member (object, "user", count->user);
  msk_json_set_time (object, "at", count->at);
  for (guint i = 0; i < count->figures->len; i++)
    {
      const MskSweepFigure *figure = &g_array_index (count->figures, MskSweepFigure, i);
      g_autofree char *name = dup_figure_name (figure->paper_id);
      JsonObject *one = json_object_new ();

      json_object_set_string_member (one, "of", name);
      json_object_set_int_member (one, "counted", figure->counted);
      json_object_set_boolean_member (one, "differs", figure->differs);
      if (count->standing == MSK_SWEEP_COUNTS_AGREE)
        json_object_set_int_member (one, "expected", figure->expected);
      json_array_add_object_element (figures, one);
    }
  json_object_set_array_member (object, "figures", figures);
  return object;
}

/* One line a figure of each count that may be told. */
static gboolean
add_count_rows (MskCli *cli, MskTable *table, const MskSweepCount *count, GError **error)
{
  g_autofree char *at = msk_table_dup_time (count->at);
  g_autofree char *round = dup_count (count->round);

  if (count->figures->len == 0)
    msk_table_add (table, round, count->user, at, "", "", "", NULL);
  for (guint i = 0; i < count->figures->len; i++)
    {
      const MskSweepFigure *figure = &g_array_index (count->figures, MskSweepFigure, i);
      g_autofree char *what = msk_sweep_count_desk_dup_what (cli->session, figure->paper_id, error);
      g_autofree char *counted = dup_count (figure->counted);
      g_autofree char *expected = dup_count (figure->expected);
      const char *told = figure->differs ? _ ("differs") : _ ("agrees");

      if (what == NULL)
        return FALSE;
      if (count->standing == MSK_SWEEP_COUNTS_AGREE)
        told = expected;
      msk_table_add (table, round, count->user, at, what, counted, told, NULL);
    }
  return TRUE;
}

/* How each round stands, then what was counted. The caller owns it. */
static char *
dup_rounds (GPtrArray *counts, MskTable *table)
{
  g_autofree char *rows = msk_table_dup_text (table);
  g_autoptr(GString) text = g_string_new (NULL);
  guint told = 0;

  for (guint i = 0; i < counts->len; i++)
    {
      const MskSweepCount *count = g_ptr_array_index (counts, i);

      if (count->round == told)
        continue;
      told = count->round;
      g_string_append_printf (text, _ ("Round %u: %s"), told,
                              msk_sweep_count_standing_get_label (count->standing));
      g_string_append_c (text, '\n');
    }
  g_string_append (text, rows);
  return g_strdup (text->str);
}

gboolean
msk_sweep_verb_counts (MskCli *cli, GError **error)
{
  MskSweepCountStanding standing;
  g_autoptr(GPtrArray) counts = msk_sweep_count_desk_list (cli->session, &standing, error);
  g_autoptr(MskTable) table =
                 msk_table_new (_ ("Round"), _ ("User"), _ ("Time"), _ ("Paper or carrier"),
                                _ ("Counted"), _ ("Register"), NULL);
  g_autofree char *text = NULL;

  if (counts == NULL)
    return FALSE;

  for (guint i = 0; i < counts->len; i++)
    if (!add_count_rows (cli, table, g_ptr_array_index (counts, i), error))
      return FALSE;
  text = dup_rounds (counts, table);
  msk_json_set_enum (cli->answer, "standing", MSK_TYPE_SWEEP_COUNT_STANDING, (int) standing);
  msk_json_set_list (cli->answer, "counts", counts, (MskJsonMake) make_count);
  msk_cli_say (cli, "%s\n%s", msk_sweep_count_standing_get_label (standing), text);
  return TRUE;
}

static gboolean
read_kind (MskCli *cli, MskLeftKind *kind, GError **error)
{
  int value;

  if (!msk_enum_parse (MSK_TYPE_LEFT_KIND, msk_draft_get_text (cli->draft, "kind", ""), &value))
    {
      g_set_error_literal (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_BAD_VALUE,
                           _ ("There is no such kind: give notebook, sheet, storage, recorder, "
                              "telephone or other."));
      return FALSE;
    }

  *kind = (MskLeftKind) value;
  return TRUE;
}

gboolean
msk_sweep_verb_left (MskCli *cli, GError **error)
{
  MskLeftDraft draft = { .description = msk_draft_get_text (cli->draft, "description", ""),
                         .finder = msk_draft_get_text (cli->draft, "finder", "") };
  gint64 id;

  if (!read_kind (cli, &draft.kind, error) || !msk_sweep_read_zone (cli, &draft.zone, error) ||
      !msk_left_item_desk_add (cli->session, &draft, &id, error))
    return FALSE;

  json_object_set_int_member (cli->answer, "left_item", id);
  msk_cli_say (cli, _ ("Registered as number %d: mark it with that, and keep it apart."), (int) id);
  return TRUE;
}

static JsonObject *
make_damage (const MskDamage *damage)
{
  JsonObject *object = json_object_new ();
  g_autofree char *number = msk_damage_dup_number (damage);

  msk_json_set_enum (object, "kind", MSK_TYPE_SWEEP_KIND, (int) damage->kind);
  json_object_set_int_member (object, "number", damage->number);
  json_object_set_string_member (object, "shown_number", number);
  msk_json_set_text (object, "document_number", damage->document_number);
  msk_json_set_enum (object, "zone", MSK_TYPE_MEASURE_AREA, (int) damage->zone);
  json_object_set_boolean_member (object, "whole", damage->pages_missing == 0);
  json_object_set_int_member (object, "pages_missing", damage->pages_missing);
  json_object_set_string_member (object, "reason", damage->reason);
  if (damage->incident != 0)
    json_object_set_int_member (object, "incident", damage->incident);
  msk_json_set_time (object, "at", damage->at);
  json_object_set_string_member (object, "user", damage->user);
  return object;
}

gboolean
msk_sweep_verb_damage (MskCli *cli, GError **error)
{
  MskDamageDraft draft = { .reason = msk_draft_get_text (cli->draft, "reason", ""),
                           .pages_missing = msk_draft_get_count (cli->draft, "pages_missing", 0) };
  gint64 incident, number;
  int kind;

  if (!msk_enum_parse (MSK_TYPE_SWEEP_KIND, cli->arguments[0], &kind))
    {
      g_set_error_literal (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_USAGE,
                           _ ("Only copies and carriers are damaged here: write “copy NUMBER” or "
                              "“carrier NUMBER”."));
      return FALSE;
    }
  if (!msk_cli_get_id (cli, 1, &number, error) || !msk_sweep_read_zone (cli, &draft.zone, error))
    return FALSE;

  draft.kind = (MskSweepKind) kind;
  draft.number = (guint) number;
  if (!msk_damage_desk_add (cli->session, &draft, &incident, error))
    return FALSE;

  if (incident != 0)
    json_object_set_int_member (cli->answer, "incident", incident);
  msk_cli_say (cli,
               incident == 0 ? _ ("Registered as damaged, and whole.")
                             : _ ("Registered as damaged, and not whole: incident %d is open."),
               (int) incident);
  return TRUE;
}

gboolean
msk_sweep_verb_damaged (MskCli *cli, GError **error)
{
  g_autoptr(GPtrArray) damages = msk_damage_desk_list (cli->session, error);
  g_autoptr(MskTable) table =
                 msk_table_new (_ ("Number"), _ ("Zone"), _ ("What is damaged"),
                                _ ("Pages missing"), _ ("Seen by"), _ ("Incident"), NULL);
  g_autofree char *text = NULL;

  if (damages == NULL)
    return FALSE;

  for (guint i = 0; i < damages->len; i++)
    {
      const MskDamage *damage = g_ptr_array_index (damages, i);
      g_autofree char *number = msk_damage_dup_number (damage);
      g_autofree char *missing = dup_count (damage->pages_missing);
      g_autofree char *incident = damage->incident == 0
                                      ? g_strdup ("")
                                      : g_strdup_printf ("%" G_GINT64_FORMAT, damage->incident);

      msk_table_add (table, number, msk_measure_area_get_label (damage->zone), damage->reason,
                     missing, damage->user, incident, NULL);
    }
  text = msk_table_dup_text (table);
  msk_json_set_list (cli->answer, "damaged", damages, (MskJsonMake) make_damage);
  msk_cli_say (cli, "%s", text);
  return TRUE;
}

static JsonObject *
make_item (const MskLeftItem *item)
{
  JsonObject *object = json_object_new ();

  json_object_set_int_member (object, "id", item->id);
  msk_json_set_enum (object, "kind", MSK_TYPE_LEFT_KIND, (int) item->kind);
  msk_json_set_enum (object, "zone", MSK_TYPE_MEASURE_AREA, (int) item->zone);
  json_object_set_string_member (object, "description", item->description);
  json_object_set_string_member (object, "finder", item->finder);
  msk_json_set_time (object, "at", item->at);
  json_object_set_string_member (object, "user", item->user);
  if (item->incident != 0)
    json_object_set_int_member (object, "incident", item->incident);
  msk_json_set_text (object, "handling", item->handling);
  msk_json_set_time (object, "handled_at", item->handled_at);
  return object;
}

gboolean
msk_sweep_verb_left_list (MskCli *cli, GError **error)
{
  g_autoptr(GPtrArray) items = msk_left_item_desk_list (cli->session, error);
  g_autoptr(MskTable) table =
                 msk_table_new (_ ("Number"), _ ("Kind"), _ ("Zone"), _ ("Description"),
                                _ ("Found by"), _ ("What was done"), NULL);
  g_autofree char *text = NULL;

  if (items == NULL)
    return FALSE;

  for (guint i = 0; i < items->len; i++)
    {
      const MskLeftItem *item = g_ptr_array_index (items, i);
      g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, item->id);

      msk_table_add (table, id, msk_left_kind_get_label (item->kind),
                     msk_measure_area_get_label (item->zone), item->description, item->finder,
                     item->handling, NULL);
    }
  text = msk_table_dup_text (table);
  msk_json_set_list (cli->answer, "left_items", items, (MskJsonMake) make_item);
  msk_cli_say (cli, "%s", text);
  return TRUE;
}

gboolean
msk_sweep_verb_left_handled (MskCli *cli, GError **error)
{
  gint64 id;

  if (!msk_cli_get_id (cli, 0, &id, error) ||
      !msk_left_item_desk_handle (cli->session, id, msk_draft_get_text (cli->draft, "handling", ""),
                                  error))
    return FALSE;

  msk_cli_say (cli, _ ("It is on record what was done with it."));
  return TRUE;
}

static JsonObject *
make_reason (GError *reason)
{
  JsonObject *object = json_object_new ();

  json_object_set_string_member (object, "code", msk_error_get_name (reason));
  json_object_set_string_member (object, "message", reason->message);
  return object;
}

void
msk_sweep_add_reasons (MskCli *cli, GPtrArray *reasons)
{
  msk_json_set_list (cli->answer, "reasons", reasons, (MskJsonMake) make_reason);
}

gboolean
msk_sweep_verb_obstacles (MskCli *cli, GError **error)
{
  g_autoptr(GPtrArray) reasons = msk_sweep_desk_list_obstacles (cli->session, error);

  if (reasons == NULL)
    return FALSE;

  msk_sweep_add_reasons (cli, reasons);
  for (guint i = 0; i < reasons->len; i++)
    msk_cli_say (cli, "%u. %s", i + 1, ((GError *) g_ptr_array_index (reasons, i))->message);
  if (reasons->len == 0)
    msk_cli_say (cli, _ ("Nothing stands against closing the meeting."));
  return TRUE;
}
