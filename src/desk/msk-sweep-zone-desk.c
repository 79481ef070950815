/* The sweep by zones of the venue and by papers (M9, P1).
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-sweep-zone-desk.h"

#include <glib/gi18n-lib.h>

#include "msk-damage-store.h"
#include "msk-enum-types.h"
#include "msk-enum.h"
#include "msk-error.h"
#include "msk-measure-store.h"
#include "msk-session-private.h"
#include "msk-sweep-private.h"
#include "msk-sweep-store.h"

/* In the order of the checklist, which has each zone's lines together. */
static GPtrArray *
list_walked (MskChecklist *checklist)
{
  GPtrArray *zones = g_ptr_array_new_with_free_func (g_object_unref);
  MskSweepZone *zone = NULL;

  for (guint i = 0; i < checklist->measures->len; i++)
    {
      MskMeasure *measure = g_ptr_array_index (checklist->measures, i);

      if (zone == NULL || zone->area != measure->area)
        {
          zone = msk_sweep_zone_new (measure->area);
          g_ptr_array_add (zones, zone);
        }
      zone->checks++;
      zone->open += msk_measure_blocks (measure);
    }

  return zones;
}

static MskSweepZone *
find_zone (GPtrArray *zones, MskMeasureArea area)
{
  for (guint i = 0; i < zones->len; i++)
    if (MSK_SWEEP_ZONE (g_ptr_array_index (zones, i))->area == area)
      return g_ptr_array_index (zones, i);

  return NULL;
}

static void
add_found (GPtrArray *zones, GPtrArray *found)
{
  for (guint i = 0; i < found->len; i++)
    {
      MskSweepZone *one = g_ptr_array_index (found, i);
      MskSweepZone *zone = find_zone (zones, one->area);

      if (zone == NULL)
        continue; /* nothing is noted in a zone that is not walked */
      zone->seen = one->seen;
      zone->again = one->again;
      zone->strange = one->strange;
      zone->left = one->left;
      zone->newest_at = one->newest_at;
    }
}

GPtrArray *
msk_sweep_zone_desk_list (MskSession *session, GError **error)
{
  MskDatabase *database = msk_session_require_meeting (session, MSK_ACT_MEETING_READ, error);
  g_autoptr(MskChecklist) checklist =
                 database == NULL
                     ? NULL
                     : msk_measure_store_load (database, MSK_MEASURE_PHASE_AFTER, error);
  g_autoptr(GPtrArray) found =
                 checklist == NULL ? NULL : msk_sweep_store_list_zones (database, error);
  g_autoptr(GPtrArray) damages = NULL;
  GPtrArray *zones;

  if (found == NULL)
    return NULL;

  damages = msk_damage_store_list (database, error);
  if (damages == NULL)
    return NULL;

  zones = list_walked (checklist);
  add_found (zones, found);
  for (guint i = 0; i < damages->len; i++)
    {
      MskSweepZone *zone = find_zone (zones, MSK_DAMAGE (g_ptr_array_index (damages, i))->zone);

      if (zone != NULL)
        zone->damaged++;
    }
  return zones;
}

GPtrArray *
msk_sweep_zone_desk_list_papers (MskSession *session, GError **error)
{
  MskDatabase *database = msk_session_require_meeting (session, MSK_ACT_MEETING_READ, error);

  g_autoptr(GPtrArray) tallies =
                 database == NULL ? NULL : msk_sweep_store_list_tallies (database, error);
  g_autoptr(GPtrArray) damages = tallies == NULL ? NULL : msk_damage_store_list (database, error);

  if (damages == NULL)
    return NULL;

  for (guint i = 0; i < tallies->len; i++)
    {
      MskSweepTally *tally = g_ptr_array_index (tallies, i);

      for (guint j = 0; j < damages->len; j++)
        tally->damaged += MSK_DAMAGE (g_ptr_array_index (damages, j))->paper_id == tally->paper_id;
    }
  return g_steal_pointer (&tallies);
}

static gboolean
refuse_zone (GPtrArray *zones, GError **error)
{
  g_autoptr(GString) names = g_string_new (NULL);

  for (guint i = 0; i < zones->len; i++)
    g_string_append_printf (names, "%s%s", i > 0 ? ", " : "",
                            msk_enum_get_name (MSK_TYPE_MEASURE_AREA,
                                               (int) MSK_SWEEP_ZONE (g_ptr_array_index (zones, i))
                                                   ->area));
  g_set_error (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_BAD_VALUE,
               _ ("This is no zone of the sweep: give one of %s."), names->str);
  return FALSE;
}

gboolean
msk_sweep_zone_check (MskDatabase *database, MskMeasureArea zone, GError **error)
{
  g_autoptr(MskChecklist) checklist =
                 msk_measure_store_load (database, MSK_MEASURE_PHASE_AFTER, error);
  g_autoptr(GPtrArray) zones = checklist == NULL ? NULL : list_walked (checklist);

  return zones != NULL && (find_zone (zones, zone) != NULL || refuse_zone (zones, error));
}

gboolean
msk_sweep_zone_desk_parse (MskSession *session,
                           const char *name,
                           MskMeasureArea *zone,
                           GError **error)
{
  g_autoptr(GPtrArray) zones = msk_sweep_zone_desk_list (session, error);
  int value;

  if (zones == NULL)
    return FALSE;
  if (!msk_enum_parse (MSK_TYPE_MEASURE_AREA, name, &value) ||
      find_zone (zones, (MskMeasureArea) value) == NULL)
    return refuse_zone (zones, error);

  *zone = (MskMeasureArea) value;
  return TRUE;
}
