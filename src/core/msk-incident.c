/* Something that went wrong, as the register of incidents has it.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-incident.h"

#include <glib/gi18n-lib.h>

G_DEFINE_FINAL_TYPE (MskIncident, msk_incident, G_TYPE_OBJECT)

static const char *const labels[] = {
  [MSK_INCIDENT_LOST_BADGE] = N_ ("lost badge"),
  [MSK_INCIDENT_DEVICE_INSIDE] = N_ ("device found inside"),
  [MSK_INCIDENT_UNAUTHORISED_ENTRY] = N_ ("entry without leave"),
  [MSK_INCIDENT_FORGED_TAG] = N_ ("forged code"),
  [MSK_INCIDENT_STOCK_DIFFERS] = N_ ("stock differs at a handover"),
  [MSK_INCIDENT_PAGES_MISSING] = N_ ("pages missing at a return"),
};

static void
msk_incident_finalize (GObject *object)
{
  MskIncident *self = MSK_INCIDENT (object);

  g_free (self->subject);
  g_free (self->text);
  g_free (self->user);
  g_free (self->station);

  G_OBJECT_CLASS (msk_incident_parent_class)->finalize (object);
}

static void
msk_incident_class_init (MskIncidentClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = msk_incident_finalize;
}

static void
msk_incident_init (MskIncident *self)
{
}

MskIncident *
msk_incident_new (void)
{
  return g_object_new (MSK_TYPE_INCIDENT, NULL);
}

const char *
msk_incident_kind_get_label (MskIncidentKind kind)
{
  g_return_val_if_fail (kind < G_N_ELEMENTS (labels), "");

  return g_dgettext (GETTEXT_PACKAGE, labels[kind]);
}
