/* The print room: designated printers, numbers reserved first, and what became of each copy.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-print-desk-private.h"

#include <glib/gi18n-lib.h>

#include "msk-appliance.h"
#include "msk-copy-store.h"
#include "msk-desk-enum-types.h"
#include "msk-enum.h"
#include "msk-error.h"
#include "msk-paper-store.h"
#include "msk-private-file.h"
#include "msk-reproduction-private.h"
#include "msk-request-store.h"
#include "msk-session-private.h"
#include "msk-vetting-private.h"

#define QUEUE_NAME_MAX 127 /* bytes, as in CUPS */

void
msk_designated_printer_free (MskDesignatedPrinter *self)
{
  g_free (self->name);
  g_free (self->target);
  g_free (self->place);
  g_free (self);
}

static void
collect_printer (const char *name,
                 const char *kind,
                 const char *target,
                 const char *place,
                 gpointer user_data)
{
  MskDesignatedPrinter *printer = g_new0 (MskDesignatedPrinter, 1);
  int value = MSK_PRINTER_CUPS;

  msk_enum_parse (MSK_TYPE_PRINTER_KIND, kind, &value);
  printer->name = g_strdup (name);
  printer->kind = (MskPrinterKind) value;
  printer->target = g_strdup (target);
  printer->place = g_strdup (place);
  g_ptr_array_add (user_data, printer);
}

static gboolean
check_printer_name (MskSession *session, const char *name, GError **error)
{
  g_autoptr(GPtrArray) printers = msk_print_desk_list_printers (session, error);

  if (printers == NULL)
    return FALSE;

  for (guint i = 0; i < printers->len; i++)
    if (g_str_equal (((MskDesignatedPrinter *) g_ptr_array_index (printers, i))->name, name))
      {
        g_set_error_literal (error, MSK_RULE_ERROR, MSK_RULE_ERROR_EXISTS,
                             _ ("A designated printer has this name already: choose another "
                                "name."));
        return FALSE;
      }

  return TRUE;
}

/* A folder of its own: not the vault, nor a place that others use and that would have to be closed
 * to them. It may be missing: the first print makes it. */
static gboolean
check_folder (MskSession *session, const char *folder, GError **error)
{
  g_autofree char *real = g_canonicalize_filename (folder, "/");
  g_autofree char *vault = g_canonicalize_filename (msk_session_get_directory (session), NULL);
  g_autofree char *below_vault = g_strconcat (vault, "/", NULL);

  if (g_path_is_absolute (folder) && !g_str_equal (real, vault) &&
      !g_str_has_prefix (real, below_vault) &&
      (!g_file_test (real, G_FILE_TEST_EXISTS) || msk_private_file_check (real, NULL)))
    return TRUE;

  g_set_error_literal (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_BAD_VALUE,
                       _ ("A print folder is a folder of its own outside the vault, with its full "
                          "path, that nobody else may read: name a new one."));
  return FALSE;
}

static gboolean
check_queue (const char *queue, GError **error)
{
  if (strpbrk (queue, " /#?'\"\\\t\r\n") == NULL && strlen (queue) <= QUEUE_NAME_MAX)
    return TRUE;

  g_set_error_literal (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_BAD_VALUE,
                       _ ("This is no name of a print queue: take it from “lpstat -e”."));
  return FALSE;
}

gboolean
msk_print_desk_designate (MskSession *session,
                          const char *name,
                          MskPrinterKind kind,
                          const char *target,
                          const char *place,
                          GError **error)
{
  g_auto(MskTransaction) transaction = { NULL };
  g_autofree char *clean_name = msk_vetting_dup_field (name);
  g_autofree char *clean_place = msk_vetting_dup_field (place);
  g_autofree char *folder = NULL;

  if (msk_session_require_appliance (session, MSK_ACT_PRINTER_DESIGNATE, error) == NULL)
    return FALSE;

  if (kind == MSK_PRINTER_FOLDER && target == NULL)
    target = folder = msk_session_dup_papers_directory (session);
  if (clean_name == NULL || *clean_name == '\0' || clean_place == NULL || *clean_place == '\0' ||
      target == NULL || *target == '\0')
    {
      g_set_error_literal (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_BAD_VALUE,
                           _ ("A designated printer has a name, a queue or folder, and the place "
                              "where it stands: give all three."));
      return FALSE;
    }

  return (kind == MSK_PRINTER_FOLDER ? check_folder (session, target, error)
                                     : check_queue (target, error)) &&
         check_printer_name (session, clean_name, error) &&
         msk_session_begin_appliance (session, MSK_ACT_PRINTER_DESIGNATE, &transaction, error) &&
         msk_appliance_add_printer (&transaction, clean_name,
                                    msk_enum_get_name (MSK_TYPE_PRINTER_KIND, (int) kind), target,
                                    clean_place, error) &&
         msk_session_commit (session, &transaction, error);
}

gboolean
msk_print_desk_withdraw (MskSession *session, const char *name, GError **error)
{
  g_auto(MskTransaction) transaction = { NULL };

  g_return_val_if_fail (name != NULL, FALSE);

  return msk_session_begin_appliance (session, MSK_ACT_PRINTER_WITHDRAW, &transaction, error) &&
         msk_appliance_remove_printer (&transaction, name, error) &&
         msk_session_commit (session, &transaction, error);
}

GPtrArray *
msk_print_desk_list_printers (MskSession *session, GError **error)
{
  g_autoptr(GPtrArray) printers =
                 g_ptr_array_new_with_free_func ((GDestroyNotify) msk_designated_printer_free);
  MskDatabase *appliance = msk_session_require_appliance (session, MSK_ACT_USER_PASSPHRASE, error);

  if (appliance == NULL ||
      !msk_appliance_foreach_printer (appliance, collect_printer, printers, error))
    return NULL;

  return g_steal_pointer (&printers);
}

/* How many numbers of the paper itself are, or may still become, good copies. Copies of its copies
 * have approvals of their own (C2). */
static guint
count_live (const MskBalance *balance)
{
  return balance->good + balance->counts[MSK_COPY_PRINTING] - balance->reproductions_live;
}

gboolean
msk_print_desk_check_room (MskDatabase *database, gint64 paper_id, guint wanted, GError **error)
{
  g_autoptr(MskPaper) paper = msk_paper_store_get (database, paper_id, error);
  MskBalance balance;

  return paper != NULL && msk_paper_store_get_balance (database, paper_id, &balance, error) &&
         msk_paper_check_room (paper, count_live (&balance), wanted, error);
}

gboolean
msk_print_desk_reserve_under (MskTransaction *transaction,
                              gint64 paper_id,
                              const MskCopy *parent,
                              guint count,
                              guint *first,
                              GError **error)
{
  g_autoptr(GPtrArray) requests = msk_request_store_list (transaction->database, paper_id, error);
  guint left = count;

  *first = 0;
  if (requests == NULL)
    return FALSE;

  for (guint i = 0; i < requests->len && left > 0; i++)
    {
      MskCopyRequest *request = g_ptr_array_index (requests, i);
      const guint taken = MIN (left, msk_copy_request_get_room (request));
      guint number;

      if (taken == 0 || !msk_copy_request_covers (request, parent == NULL ? 0 : parent->number))
        continue;
      if (!(parent == NULL
                ? msk_copy_store_reserve (transaction, paper_id, request->id, taken, &number, error)
                : msk_copy_store_reserve_children (transaction, parent, request->id, taken, &number,
                                                   error)))
        return FALSE;
      if (left == count)
        *first = number;
      left -= taken;
    }
  if (left == 0)
    return TRUE;

  g_set_error_literal (error, MSK_RULE_ERROR, MSK_RULE_ERROR_BEYOND_APPROVAL,
                       _ ("No single approval leaves room for these numbers: get a further "
                          "approval."));
  return FALSE;
}

/* C2: whether the copy that this one is made from is still one that is copied. */
static gboolean
check_parent (MskDatabase *database, MskCopy *copy, GError **error)
{
  g_autoptr(MskCopy) parent =
                 msk_reproduction_get_parent (database, copy->paper_id,
                                              msk_copy_number_get_parent (copy->number), error);

  return parent != NULL;
}

gboolean
msk_print_desk_check_room_again (MskDatabase *database, MskCopy *copy, GError **error)
{
  g_autoptr(MskCopyRequest) request = NULL;

  if (!(msk_copy_number_is_reproduction (copy->number)
            ? check_parent (database, copy, error)
            : msk_print_desk_check_room (database, copy->paper_id, 1, error)))
    return FALSE;
  request = msk_request_store_get_of_number (database, copy->number, error);
  if (request == NULL)
    return FALSE;
  if (msk_copy_request_get_room (request) > 0)
    return TRUE;

  g_set_error_literal (error, MSK_RULE_ERROR, MSK_RULE_ERROR_BEYOND_APPROVAL,
                       _ ("All copies of the approval that this number belongs to are made or "
                          "under way: reserve a new number under another one."));
  return FALSE;
}

guint
msk_print_desk_reserve (MskSession *session, gint64 paper_id, guint count, GError **error)
{
  g_auto(MskTransaction) transaction = { NULL };
  guint first;

  if (count == 0)
    {
      g_set_error_literal (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_BAD_VALUE,
                           _ ("Reserve at least one number: say how many copies are wanted."));
      return 0;
    }

  return msk_session_begin_moving (session, MSK_ACT_COPY_RESERVE, &transaction, error) &&
                 msk_print_desk_check_room (transaction.database, paper_id, count, error) &&
                 msk_copy_store_check_numbers (transaction.database, count, error) &&
                 msk_session_ensure_serials (session, &transaction, count, error) &&
                 msk_print_desk_reserve_under (&transaction, paper_id, NULL, count, &first,
                                               error) &&
                 msk_session_commit (session, &transaction, error)
             ? first
             : 0;
}

GPtrArray *
msk_print_desk_list_copies (MskSession *session, gint64 paper_id, GError **error)
{
  MskDatabase *database = msk_session_require_meeting (session, MSK_ACT_MEETING_READ, error);

  return database == NULL ? NULL : msk_copy_store_list (database, paper_id, error);
}

MskCopy *
msk_print_desk_get_copy (MskSession *session, guint number, GError **error)
{
  MskDatabase *database = msk_session_require_meeting (session, MSK_ACT_MEETING_READ, error);

  return database == NULL ? NULL : msk_copy_store_get (database, number, error);
}

char *
msk_print_desk_dup_code (MskSession *session, guint number, guint page, GError **error)
{
  g_autoptr(MskCopy) copy =
                 msk_session_require_meeting (session, MSK_ACT_COPY_CONFIRM, error) == NULL
                     ? NULL
                     : msk_print_desk_get_copy (session, number, error);

  if (copy == NULL)
    return NULL;

  return msk_session_dup_code (session, MSK_TAG_KIND_COPY, copy->serial, page);
}
