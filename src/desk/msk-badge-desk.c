/* Badges: a tag for a person, printed on a designated printer.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "msk-attendee-store.h"
#include "msk-badge.h"
#include "msk-designated-printer.h"
#include "msk-error.h"
#include "msk-meeting-store.h"
#include "msk-session-private.h"
#include "msk-tag-key.h"
#include "msk-vetting-desk.h"

/* Dark enough for white letters; the word stands beside the colour. */
static const guint32 colours[] = {
  [MSK_CAPACITY_DELEGATE] = 0xa51d2d, [MSK_CAPACITY_OBSERVER] = 0x1a5fb4,
  [MSK_CAPACITY_STAFF] = 0x26704a,    [MSK_CAPACITY_SERVICE] = 0x63452c,
  [MSK_CAPACITY_PRESS] = 0x613583,
};

static void
write_code (MskSession *session, gint64 serial, char code[MSK_TAG_LENGTH + 1])
{
  MskTag tag = { MSK_TAG_KIND_BADGE, serial, 1, 0 };

  msk_tag_key_sign (msk_vault_get_tag_key (msk_session_get_vault (session)), &tag);
  msk_tag_write (&tag, code);
}

static GBytes *
draw_badge (MskSession *session, MskAttendee *attendee, gint64 serial, GError **error)
{
  g_autofree char *word = msk_capacity_dup_words (attendee->capacity);
  char code[MSK_TAG_LENGTH + 1];
  MskBadge badge = {
    .name = attendee->name,
    .unit = attendee->unit,
    .capacity = word,
    .colour = colours[attendee->capacity],
    .number = (guint) attendee->id,
    .code = code,
  };

  write_code (session, serial, code);
  return msk_badge_draw (&badge, error);
}

/* The badge is in the register before it is on paper: a badge that nobody registered can't come
 * out. */
static gboolean
register_badge (MskSession *session,
                gint64 attendee_id,
                gint64 *serial,
                GBytes **document,
                GError **error)
{
  g_auto(MskTransaction) transaction = { NULL };
  g_autoptr(MskAttendee) attendee = NULL;

  if (!msk_session_begin_moving (session, MSK_ACT_BADGE_PRINT, &transaction, error))
    return FALSE;

  attendee = msk_attendee_store_get (transaction.database, attendee_id, error);
  if (attendee == NULL || !msk_attendee_check_admissible (attendee, error) ||
      !msk_session_ensure_serials (session, &transaction, 1, error) ||
      !msk_meeting_store_take_serial (&transaction, serial, error))
    return FALSE;

  *document = draw_badge (session, attendee, *serial, error);
  return *document != NULL &&
         msk_attendee_store_put_badge (&transaction, attendee_id, *serial, error) &&
         msk_session_commit (session, &transaction, error);
}

gboolean
msk_vetting_desk_print_badge (MskSession *session,
                              gint64 attendee_id,
                              const char *printer,
                              GCancellable *cancellable,
                              GError **error)
{
  g_autoptr(MskDesignatedPrinter) designated = NULL;
  g_autoptr(MskPrinter) object = NULL;
  g_autoptr(GBytes) document = NULL;
  g_autofree char *reference = NULL;
  gint64 serial;

  g_return_val_if_fail (printer != NULL, FALSE);

  if (msk_session_require_meeting (session, MSK_ACT_BADGE_PRINT, error) == NULL)
    return FALSE;

  designated = msk_designated_printer_find (session, printer, error);
  if (designated == NULL)
    return FALSE;

  object = msk_designated_printer_make (designated);
  if (!msk_printer_check (object, cancellable, error) ||
      !register_badge (session, attendee_id, &serial, &document, error))
    return FALSE;

  reference = g_strdup_printf ("%09" G_GINT64_FORMAT, serial);
  return msk_printer_print (object, document, reference, cancellable, error) ==
         MSK_PRINT_OUTCOME_PRINTED;
}

char *
msk_vetting_desk_dup_badge_code (MskSession *session, gint64 attendee_id, GError **error)
{
  MskDatabase *database = msk_session_require_meeting (session, MSK_ACT_BADGE_PRINT, error);
  char code[MSK_TAG_LENGTH + 1];
  gint64 serial;

  if (database == NULL || !msk_attendee_store_get_badge (database, attendee_id, &serial, error))
    return NULL;
  if (serial == 0)
    {
      g_set_error_literal (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_NOT_FOUND,
                           _ ("This person has no badge: print one first."));
      return NULL;
    }

  write_code (session, serial, code);
  return g_strdup (code);
}
