/* What a code that was read stands for in this meeting: the one place that decides it.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-tag-reader.h"

#include <glib/gi18n-lib.h>

#include "msk-appliance.h"
#include "msk-badge-store.h"
#include "msk-carrier-store.h"
#include "msk-copy-store.h"
#include "msk-device-store.h"
#include "msk-error.h"
#include "msk-session-private.h"
#include "msk-tag-key.h"

static gboolean
refuse (GError **error, MskRuleError code, const char *message)
{
  g_set_error_literal (error, MSK_RULE_ERROR, code, message);
  return FALSE;
}

/* A genuine tag whose serial this meeting does not know: of another meeting, or of an attempt whose
 * record is gone. */
static gboolean
explain_unknown (MskSession *session, const MskTag *tag, GError **error)
{
  gint64 meeting_id;

  if (!msk_appliance_find_serial (msk_vault_get_appliance (msk_session_get_vault (session)),
                                  tag->serial, &meeting_id, error))
    return FALSE;
  if (meeting_id != 0 && meeting_id != msk_session_get_meeting (session)->id)
    return refuse (error, MSK_RULE_ERROR_OTHER_MEETING,
                   _ ("This tag belongs to another meeting: keep the sheet and tell the security "
                      "officer."));

  return refuse (error, MSK_RULE_ERROR_VOID_TAG,
                 _ ("This tag is genuine but nothing was registered under it: keep the sheet and "
                    "tell the security officer."));
}

static gboolean
read_copy (MskSession *session, MskDatabase *database, MskTagReading *reading, GError **error)
{
  g_autoptr(MskCopy) copy = NULL;
  MskAttempt attempt;

  if (!msk_copy_store_find_attempt (database, reading->tag.serial, &reading->number, &attempt,
                                    error))
    return FALSE;
  if (reading->number == 0)
    return explain_unknown (session, &reading->tag, error);

  copy = msk_copy_store_get (database, reading->number, error);
  if (copy == NULL)
    return FALSE;
  if (copy->serial == reading->tag.serial)
    return TRUE;

  if (attempt == MSK_ATTEMPT_SPOILED)
    return refuse (error, MSK_RULE_ERROR_VOID_TAG,
                   _ ("This sheet is from a spoiled printing of the copy, which waits for "
                      "destruction: put it back with the spoiled sheets and tell the security "
                      "officer."));

  return refuse (error, MSK_RULE_ERROR_VOID_TAG,
                 _ ("This sheet is from an earlier printing of the copy, which was replaced: keep "
                    "it with the sheets for "
                    "destruction and tell the security officer."));
}

static gboolean
read_badge (MskSession *session, MskDatabase *database, MskTagReading *reading, GError **error)
{
  g_autoptr(MskBadgeEntry) entry = NULL;

  if (!msk_badge_store_find (database, reading->tag.serial, &entry, error))
    return FALSE;
  if (entry == NULL)
    return explain_unknown (session, &reading->tag, error);

  reading->attendee_id = entry->attendee_id;
  return msk_badge_entry_check_good (entry, error);
}

static gboolean
read_carrier (MskSession *session, MskDatabase *database, MskTagReading *reading, GError **error)
{
  g_autoptr(MskCarrier) carrier = NULL;

  if (!msk_carrier_store_find_label (database, reading->tag.serial, &reading->carrier, error))
    return FALSE;
  if (reading->carrier == 0)
    return explain_unknown (session, &reading->tag, error);

  carrier = msk_carrier_store_get (database, reading->carrier, error);
  if (carrier == NULL)
    return FALSE;
  /* The label of a carrier that was declared void says so itself. */
  if (carrier->serial == reading->tag.serial &&
      (carrier->label != MSK_ATTEMPT_VOID || carrier->state == MSK_COPY_VOID))
    return TRUE;

  return refuse (error, MSK_RULE_ERROR_VOID_TAG,
                 _ ("This label was replaced or never counted: keep the carrier, and put its "
                    "newest label on or print one."));
}

static gboolean
read_device (MskSession *session, MskDatabase *database, MskTagReading *reading, GError **error)
{
  g_autoptr(MskDevice) device = NULL;

  if (!msk_device_store_find_tag (database, reading->tag.serial, &reading->device, error))
    return FALSE;
  if (reading->device == 0)
    return explain_unknown (session, &reading->tag, error);

  device = msk_device_store_get (database, reading->device, error);
  if (device == NULL)
    return FALSE;
  /* The tag of a device that was declared void says so itself. */
  if (device->serial == reading->tag.serial &&
      (device->tag != MSK_ATTEMPT_VOID || device->state == MSK_DEVICE_VOID))
    return TRUE;

  return refuse (error, MSK_RULE_ERROR_VOID_TAG,
                 _ ("This tag was replaced or never counted: go by the device’s newest tag, or "
                    "give the device back by its number on the word of two persons."));
}

gboolean
msk_tag_reader_read (MskSession *session, const char *code, MskTagReading *reading, GError **error)
{
  MskDatabase *database;

  g_return_val_if_fail (code != NULL && reading != NULL, FALSE);

  *reading = (MskTagReading){ 0 };
  database = msk_session_require_meeting (session, MSK_ACT_MEETING_READ, error);
  if (database == NULL || !msk_tag_parse (code, &reading->tag, error) ||
      !msk_tag_key_check (msk_vault_get_tag_key (msk_session_get_vault (session)), &reading->tag,
                          error))
    return FALSE;

  reading->genuine = TRUE;
  switch (reading->tag.kind)
    {
    case MSK_TAG_KIND_COPY:
      return read_copy (session, database, reading, error);
    case MSK_TAG_KIND_BADGE:
      return read_badge (session, database, reading, error);
    case MSK_TAG_KIND_CARRIER:
      return read_carrier (session, database, reading, error);
    case MSK_TAG_KIND_DEPOSIT:
      return read_device (session, database, reading, error);
    case MSK_TAG_KIND_SEAL:
    default:
      return explain_unknown (session, &reading->tag, error);
    }
}
