/* What each role may do about zones, blind counts and things left behind.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-damage-desk.h"
#include "msk-left-item-desk.h"
#include "msk-sweep-count-desk.h"
#include "msk-sweep-desk.h"
#include "msk-sweep-zone-desk.h"

#include "role-rows.h"

static void
call_zones (MskSession *session, GError **error)
{
  g_autoptr(GPtrArray) zones = msk_sweep_zone_desk_list (session, error);
}

static void
call_parse (MskSession *session, GError **error)
{
  MskMeasureArea zone;

  msk_sweep_zone_desk_parse (session, "nowhere", &zone, error);
}

static void
call_papers (MskSession *session, GError **error)
{
  g_autoptr(GPtrArray) tallies = msk_sweep_zone_desk_list_papers (session, error);
}

static void
call_wanted (MskSession *session, GError **error)
{
  g_autoptr(GArray) wanted = msk_sweep_count_desk_list_wanted (session, error);
}

static void
call_what (MskSession *session, GError **error)
{
  g_autofree char *what = msk_sweep_count_desk_dup_what (session, 99, error);
}

static void
call_count (MskSession *session, GError **error)
{
  g_autoptr(GArray) figures = g_array_new (FALSE, TRUE, sizeof (MskSweepFigure));
  MskSweepCountStanding standing;

  msk_sweep_count_desk_add (session, figures, &standing, error);
}

static void
call_counts (MskSession *session, GError **error)
{
  MskSweepCountStanding standing;
  g_autoptr(GPtrArray) counts = msk_sweep_count_desk_list (session, &standing, error);
}

static void
call_damage (MskSession *session, GError **error)
{
  const MskDamageDraft draft = { MSK_SWEEP_COPY, 99, MSK_MEASURE_AREA_FLOOR, 0, "" };
  gint64 incident;

  msk_damage_desk_add (session, &draft, &incident, error);
}

static void
call_damages (MskSession *session, GError **error)
{
  g_autoptr(GPtrArray) damages = msk_damage_desk_list (session, error);
}

static void
call_left (MskSession *session, GError **error)
{
  const MskLeftDraft draft = { MSK_LEFT_OTHER, MSK_MEASURE_AREA_FLOOR, "", "" };
  gint64 id;

  msk_left_item_desk_add (session, &draft, &id, error);
}

static void
call_handle (MskSession *session, GError **error)
{
  msk_left_item_desk_handle (session, 99, "x", error);
}

static void
call_left_items (MskSession *session, GError **error)
{
  g_autoptr(GPtrArray) items = msk_left_item_desk_list (session, error);
}

static void
call_find_late (MskSession *session, GError **error)
{
  const MskCosigner cosigner = { (char *) "leader", MSK_ROLE_RESPONSIBLE_LEADER };

  msk_sweep_desk_find_late (session, MSK_SWEEP_COPY, 99, "x", "x", &cosigner, error);
}

const RoleRow role_rows_sweep[] = {
  { "sweep-zones", call_zones, READERS },     { "sweep-zone-parse", call_parse, READERS },
  { "sweep-papers", call_papers, READERS },   { "sweep-count-wanted", call_wanted, O | L | C | S },
  { "sweep-count-what", call_what, READERS }, { "sweep-count", call_count, O | L | C | S },
  { "sweep-counts", call_counts, READERS },   { "sweep-damage", call_damage, C | S },
  { "sweep-damages", call_damages, READERS }, { "left-item-add", call_left, C | S },
  { "left-item-handle", call_handle, C | S }, { "left-items", call_left_items, READERS },
  { "sweep-found-late", call_find_late, S },  { NULL },
};
