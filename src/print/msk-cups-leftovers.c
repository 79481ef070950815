/* What the printing system still has of jobs that went by certain names.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-cups-leftovers.h"

#include <glib/gi18n-lib.h>

#include "msk-error.h"

static void
free_leftover (gpointer data)
{
  MskCupsLeftover *leftover = data;

  g_free (leftover->reference);
  g_free (leftover);
}

static void
add_if_wanted (GPtrArray *leftovers, int id, const char *name, const char *const *references)
{
  MskCupsLeftover *leftover;

  if (id == 0 || name == NULL ||
      !(g_strv_contains (references, name) || g_str_has_prefix (name, MSK_PRINTER_REPORT_PREFIX)))
    return;

  leftover = g_new0 (MskCupsLeftover, 1);
  leftover->id = id;
  leftover->reference = g_strdup (name);
  g_ptr_array_add (leftovers, leftover);
}

/* The answer has the attributes of each job in no order that is promised, and a nameless one
 * between two jobs. */
static GPtrArray *
collect (ipp_t *answer, const char *const *references)
{
  GPtrArray *leftovers = g_ptr_array_new_with_free_func (free_leftover);
  const char *job = NULL;
  int id = 0;

  for (ipp_attribute_t *attribute = ippFirstAttribute (answer); attribute != NULL;
       attribute = ippNextAttribute (answer))
    {
      const char *name = ippGetName (attribute);

      if (name == NULL)
        {
          add_if_wanted (leftovers, id, job, references);
          job = NULL;
          id = 0;
        }
      else if (g_str_equal (name, "job-id"))
        {
          id = ippGetInteger (attribute, 0);
        }
      else if (g_str_equal (name, "job-name"))
        {
          job = ippGetString (attribute, 0, NULL);
        }
    }
  add_if_wanted (leftovers, id, job, references);

  return leftovers;
}

GPtrArray *
msk_cups_leftovers_list (MskCupsConnection *connection,
                         const char *queue,
                         const char *const *references,
                         GError **error)
{
  static const char *const attributes[] = { "job-id", "job-name" };
  ipp_t *request = msk_cups_connection_new_request (IPP_OP_GET_JOBS, queue);
  g_autoptr(ipp_t) answer = NULL;
  MskCupsReply reply;

  ippAddString (request, IPP_TAG_OPERATION, IPP_CONST_TAG (IPP_TAG_KEYWORD), "which-jobs", NULL,
                "all");
  ippAddStrings (request, IPP_TAG_OPERATION, IPP_CONST_TAG (IPP_TAG_KEYWORD),
                 "requested-attributes", G_N_ELEMENTS (attributes), NULL, attributes);
  reply = msk_cups_connection_ask (connection, request, "/", &answer);
  if (reply == MSK_CUPS_REPLY_OK)
    return collect (answer, references);
  if (reply == MSK_CUPS_REPLY_NOT_FOUND)
    return g_ptr_array_new_with_free_func (free_leftover);

  g_set_error (error, MSK_SYSTEM_ERROR, MSK_SYSTEM_ERROR_PRINTER_LOST,
               _ ("The printing system does not list its jobs (%s), so that nobody knows whether "
                  "documents are left in it; run: sudo systemctl restart cups"),
               msk_cups_connection_get_detail (connection));
  return NULL;
}

gboolean
msk_cups_leftover_remove (MskCupsConnection *connection,
                          const char *queue,
                          const MskCupsLeftover *leftover,
                          const MskCupsLimits *limits)
{
  g_autoptr(MskCupsJob) job =
                 msk_cups_job_find (connection, queue, leftover->reference, leftover->id);

  return job != NULL && msk_cups_follow_remove (job, limits);
}

char *
msk_cups_leftover_dup_command (const char *queue, const MskCupsLeftover *leftover)
{
  return g_strdup_printf ("sudo cancel -x %s-%d", queue, leftover->id);
}
