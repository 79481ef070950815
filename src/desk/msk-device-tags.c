/* Two-part tags of devices: one part on the device, one for its owner, with one code.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-device-tags.h"

#include <glib/gi18n-lib.h>

#include "msk-device-private.h"
#include "msk-device-store.h"
#include "msk-error.h"
#include "msk-label-run.h"
#include "msk-print-desk-private.h"
#include "msk-session-private.h"

/* What each part says of itself, in both languages, since either may be all that somebody has. */
#define PART_ON_DEVICE "随物 on the device"
#define PART_OF_OWNER "本人凭证 for the owner"

static gpointer
get_device (MskDatabase *database, guint number, GError **error)
{
  return msk_device_store_get (database, number, error);
}

static gboolean
check_device (gpointer thing, GError **error)
{
  return msk_device_check_taggable (thing, error);
}

/* Both parts beside each other, with one code. */
static void
tell_device (gpointer thing, MskLabelWords *words)
{
  const MskDevice *device = thing;

  words->kind = msk_device_kind_dup_words (device->kind);
  words->parts[0] = PART_ON_DEVICE;
  words->parts[1] = PART_OF_OWNER;
}

static const MskLabelling labelling = {
  .act = MSK_ACT_DEVICE_TAG,
  .word = "tag",
  .use = MSK_LABEL_DEVICE,
  .tag = MSK_TAG_KIND_DEPOSIT,
  .n_parts = 2,
  .begin = msk_session_begin_present,
  .get = get_device,
  .check = check_device,
  .tell = tell_device,
  .dup_subject = msk_device_dup_subject,
  .put = msk_device_store_put_tag,
  .set = msk_device_store_set_tag,
};

gboolean
msk_device_tags_print (MskSession *session,
                       GArray *numbers,
                       const char *printer,
                       MskPrintResult *result,
                       GCancellable *cancellable,
                       GError **error)
{
  return msk_label_run (session, &labelling, numbers, printer, result, cancellable, error);
}

gboolean
msk_device_confirm_as (MskTransaction *transaction,
                       MskDevice *device,
                       const char *remark,
                       GError **error)
{
  MskDeviceMovement movement = { .number = device->number,
                                 .act = MSK_ACT_DEVICE_CONFIRM,
                                 .from = device->state,
                                 .to = MSK_DEVICE_DEPOSITED,
                                 .attendee_id = device->attendee_id,
                                 .remark = remark,
                                 .witness = "" };

  return msk_device_check_confirmable (device, error) &&
         msk_device_store_set_tag (transaction, device->serial, MSK_ATTEMPT_GOOD, error) &&
         msk_device_store_move (transaction, &movement, error);
}

gboolean
msk_device_tags_confirm (MskSession *session, guint number, GError **error)
{
  g_auto(MskTransaction) transaction = { NULL };
  g_autoptr(MskDevice) device = NULL;

  if (!msk_session_begin_present (session, MSK_ACT_DEVICE_CONFIRM, &transaction, error))
    return FALSE;

  device = msk_device_store_get (transaction.database, number, error);
  return device != NULL &&
         msk_device_confirm_as (&transaction, device, MSK_PRINT_DESK_BY_HAND, error) &&
         msk_session_commit (session, &transaction, error);
}

char *
msk_device_tags_dup_code (MskSession *session, guint number, GError **error)
{
  MskDatabase *database = msk_session_require_meeting (session, MSK_ACT_DEVICE_CONFIRM, error);
  g_autoptr(MskDevice) device =
                 database == NULL ? NULL : msk_device_store_get (database, number, error);

  if (device == NULL)
    return NULL;
  if (device->serial == 0)
    {
      g_set_error_literal (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_NOT_FOUND,
                           _ ("This device has no tag: print one first."));
      return NULL;
    }

  return msk_session_dup_code (session, MSK_TAG_KIND_DEPOSIT, device->serial, 1);
}
