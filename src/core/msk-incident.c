/* Something that went wrong, as the register of incidents has it.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-incident.h"

#include <glib/gi18n-lib.h>

#include "msk-error.h"

G_DEFINE_FINAL_TYPE (MskIncident, msk_incident, G_TYPE_OBJECT)
G_DEFINE_FINAL_TYPE (MskIncidentEntry, msk_incident_entry, G_TYPE_OBJECT)
G_DEFINE_FINAL_TYPE (MskIncidentReport, msk_incident_report, G_TYPE_OBJECT)

static const char *const labels[] = {
  [MSK_INCIDENT_LOST_BADGE] = N_ ("lost badge"),
  [MSK_INCIDENT_DEVICE_INSIDE] = N_ ("device found inside"),
  [MSK_INCIDENT_UNAUTHORISED_ENTRY] = N_ ("entry without leave"),
  [MSK_INCIDENT_FORGED_TAG] = N_ ("forged code"),
  [MSK_INCIDENT_STOCK_DIFFERS] = N_ ("stock differs from the register"),
  [MSK_INCIDENT_PAGES_MISSING] = N_ ("pages missing at a return"),
  [MSK_INCIDENT_MISSING] = N_ ("missing in the sweep"),
  [MSK_INCIDENT_SECOND_SIGHTING] = N_ ("two of one thing"),
  [MSK_INCIDENT_OTHER_MEETING] = N_ ("thing of another meeting"),
  [MSK_INCIDENT_SHEETS_DIFFER] = N_ ("sheets of a print run differ"),
  [MSK_INCIDENT_LEFT_BEHIND] = N_ ("left behind at the venue"),
  [MSK_INCIDENT_OTHER] = N_ ("something else"),
};

static const char *const heading_labels[] = {
  [MSK_HEADING_CONTENT] = N_ ("content, level, quantity and carrier"),
  [MSK_HEADING_DISCOVERY] = N_ ("how it was found"),
  [MSK_HEADING_RESPONSIBLE] = N_ ("person responsible"),
  [MSK_HEADING_COURSE] = N_ ("time, place and course"),
  [MSK_HEADING_HARM] = N_ ("harm done or possible"),
  [MSK_HEADING_HANDLING] = N_ ("handling so far"),
  [MSK_HEADING_REMEDIES] = N_ ("remedies"),
  [MSK_HEADING_CAUSE] = N_ ("cause found"),
  [MSK_HEADING_DEALT] = N_ ("responsible person dealt with"),
  [MSK_HEADING_MEASURES] = N_ ("measures in place"),
  [MSK_HEADING_TAUGHT] = N_ ("people taught"),
  [MSK_HEADING_FOUND] = N_ ("found again"),
};

static void
msk_incident_finalize (GObject *object)
{
  MskIncident *self = MSK_INCIDENT (object);

  g_free (self->subject);
  g_free (self->text);
  g_free (self->user);
  g_free (self->station);
  g_free (self->closed_by);
  g_free (self->leader);

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

static void
msk_incident_entry_finalize (GObject *object)
{
  MskIncidentEntry *self = MSK_INCIDENT_ENTRY (object);

  g_free (self->text);
  g_free (self->user);

  G_OBJECT_CLASS (msk_incident_entry_parent_class)->finalize (object);
}

static void
msk_incident_entry_class_init (MskIncidentEntryClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = msk_incident_entry_finalize;
}

static void
msk_incident_entry_init (MskIncidentEntry *self)
{
}

static void
msk_incident_report_finalize (GObject *object)
{
  MskIncidentReport *self = MSK_INCIDENT_REPORT (object);

  g_free (self->whom);
  g_free (self->user);

  G_OBJECT_CLASS (msk_incident_report_parent_class)->finalize (object);
}

static void
msk_incident_report_class_init (MskIncidentReportClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = msk_incident_report_finalize;
}

static void
msk_incident_report_init (MskIncidentReport *self)
{
}

MskIncident *
msk_incident_new (void)
{
  return g_object_new (MSK_TYPE_INCIDENT, NULL);
}

MskIncidentEntry *
msk_incident_entry_new (void)
{
  return g_object_new (MSK_TYPE_INCIDENT_ENTRY, NULL);
}

MskIncidentReport *
msk_incident_report_new (void)
{
  return g_object_new (MSK_TYPE_INCIDENT_REPORT, NULL);
}

const char *
msk_incident_kind_get_label (MskIncidentKind kind)
{
  g_return_val_if_fail (kind < G_N_ELEMENTS (labels), "");

  return g_dgettext (GETTEXT_PACKAGE, labels[kind]);
}

const char *
msk_incident_heading_get_label (MskIncidentHeading heading)
{
  g_return_val_if_fail (heading < G_N_ELEMENTS (heading_labels), "");

  return g_dgettext (GETTEXT_PACKAGE, heading_labels[heading]);
}

gboolean
msk_incident_kind_is_loss (MskIncidentKind kind)
{
  switch (kind)
    {
    case MSK_INCIDENT_STOCK_DIFFERS:
    case MSK_INCIDENT_PAGES_MISSING:
    case MSK_INCIDENT_MISSING:
    case MSK_INCIDENT_SECOND_SIGHTING:
    case MSK_INCIDENT_SHEETS_DIFFER:
    case MSK_INCIDENT_OTHER:
      return TRUE;
    case MSK_INCIDENT_LOST_BADGE:
    case MSK_INCIDENT_DEVICE_INSIDE:
    case MSK_INCIDENT_UNAUTHORISED_ENTRY:
    case MSK_INCIDENT_FORGED_TAG:
    case MSK_INCIDENT_OTHER_MEETING:
    case MSK_INCIDENT_LEFT_BEHIND:
    default:
      return FALSE;
    }
}

gboolean
msk_incident_kind_is_by_hand (MskIncidentKind kind)
{
  return kind == MSK_INCIDENT_UNAUTHORISED_ENTRY || kind == MSK_INCIDENT_OTHER;
}

/* What nobody sees could make a text say another thing than it shows. */
static gboolean
is_sound (const char *text)
{
  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      const gunichar character = g_utf8_get_char (at);
      const GUnicodeType type = g_unichar_type (character);

      if (character != '\n' &&
          (!g_unichar_isprint (character) || type == G_UNICODE_PRIVATE_USE ||
           type == G_UNICODE_LINE_SEPARATOR || type == G_UNICODE_PARAGRAPH_SEPARATOR))
        return FALSE;
    }

  return TRUE;
}

/* Blanks at the ends of lines go, and so do the line ends of other systems. */
static char *
dup_lines (const char *text)
{
  g_auto(GStrv) lines = g_strsplit (text, "\n", -1);
  g_autofree char *joined = NULL;

  for (guint i = 0; lines[i] != NULL; i++)
    g_strchomp (lines[i]);

  joined = g_strjoinv ("\n", lines);
  return g_strdup (g_strstrip (joined));
}

char *
msk_incident_dup_clean (const char *text, GError **error)
{
  g_autofree char *clean =
      text == NULL || !g_utf8_validate (text, -1, NULL) ? NULL : dup_lines (text);

  if (clean != NULL && *clean != '\0' && is_sound (clean) &&
      g_utf8_strlen (clean, -1) <= MSK_INCIDENT_TEXT_MAX)
    return g_steal_pointer (&clean);

  g_set_error (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_BAD_VALUE,
               _ ("This needs a text of at most %d characters, without control characters: write "
                  "down what is known."),
               MSK_INCIDENT_TEXT_MAX);
  return NULL;
}

char *
msk_incident_dup_missing (MskIncident *self)
{
  GString *names = g_string_new (NULL);

  g_return_val_if_fail (MSK_IS_INCIDENT (self), g_string_free (names, FALSE));

  for (guint heading = 0; heading < MSK_HEADING_N_NEEDED; heading++)
    if ((self->written & (1u << heading)) == 0)
      g_string_append_printf (names, "%s%s", names->len > 0 ? _ ("; ") : "",
                              msk_incident_heading_get_label ((MskIncidentHeading) heading));

  return g_string_free (names, FALSE);
}

gboolean
msk_incident_check_open (MskIncident *self, GError **error)
{
  g_return_val_if_fail (MSK_IS_INCIDENT (self), FALSE);

  if (!self->is_closed)
    return TRUE;

  g_set_error_literal (error, MSK_RULE_ERROR, MSK_RULE_ERROR_INCIDENT_CLOSED,
                       _ ("This incident is closed and nothing is added to it: register another "
                          "one that names it."));
  return FALSE;
}

gboolean
msk_incident_check_tell (MskIncident *self, MskDepartment department, GError **error)
{
  g_return_val_if_fail (MSK_IS_INCIDENT (self), FALSE);

  if (!msk_incident_check_open (self, error))
    return FALSE;
  if (self->is_reported || department == MSK_DEPARTMENT_SECRECY)
    return TRUE;

  g_set_error_literal (error, MSK_RULE_ERROR, MSK_RULE_ERROR_INCIDENT_NOT_REPORTED,
                       _ ("The secrecy department is told first: report it there, then to the "
                          "others."));
  return FALSE;
}

gboolean
msk_incident_check_close (MskIncident *self, GError **error)
{
  g_autofree char *missing = NULL;

  g_return_val_if_fail (MSK_IS_INCIDENT (self), FALSE);

  if (!msk_incident_check_open (self, error))
    return FALSE;
  if (!self->is_reported)
    {
      g_set_error_literal (error, MSK_RULE_ERROR, MSK_RULE_ERROR_INCIDENT_NOT_REPORTED,
                           _ ("It is not on record that the secrecy department was told: report it "
                              "there before it is closed."));
      return FALSE;
    }

  missing = msk_incident_dup_missing (self);
  if (*missing == '\0')
    return TRUE;

  g_set_error (error, MSK_RULE_ERROR, MSK_RULE_ERROR_INCIDENT_INCOMPLETE,
               _ ("Not on record yet: %s. Write it down, then close the incident."), missing);
  return FALSE;
}
