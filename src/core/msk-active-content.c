/* What in a PDF does something by itself, and what becomes of it when a paper is taken in.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-active-content.h"

#include <glib/gi18n-lib.h>

#include "msk-enum-types.h"
#include "msk-enum.h"
#include "msk-error.h"

static const char *const labels[] = {
  [MSK_REMOVAL_JAVASCRIPT] = N_ ("scripts"),
  [MSK_REMOVAL_OPEN_ACTION] = N_ ("an action on opening"),
  [MSK_REMOVAL_ADDITIONAL_ACTIONS] = N_ ("further actions"),
  [MSK_REMOVAL_LAUNCH_ACTION] = N_ ("the start of a program"),
  [MSK_REMOVAL_SUBMIT_ACTION] = N_ ("the sending of a form"),
  [MSK_REMOVAL_IMPORT_ACTION] = N_ ("the import of data"),
  [MSK_REMOVAL_EMBEDDED_FILES] = N_ ("files within the file"),
  [MSK_REMOVAL_EXTERNAL_LINK] = N_ ("links out of the file"),
  [MSK_REMOVAL_MEDIA] = N_ ("sound or film"),
  [MSK_REMOVAL_XFA_FORM] = N_ ("an XFA form"),
  [MSK_REMOVAL_POSTSCRIPT] = N_ ("PostScript"),
  [MSK_REMOVAL_FORM] = N_ ("form fields (drawn as they stood)"),
  [MSK_REMOVAL_ANNOTATIONS] = N_ ("annotations that do not print"),
};

static const char *const policy_labels[] = {
  [MSK_ACTIVE_CONTENT_REMOVE] = N_ ("removed, and noted in the register"),
  [MSK_ACTIVE_CONTENT_REFUSE] = N_ ("a reason to refuse the file"),
};

gboolean
msk_removal_is_active (MskRemoval removal)
{
  g_return_val_if_fail (removal < G_N_ELEMENTS (labels), TRUE);

  return removal != MSK_REMOVAL_FORM && removal != MSK_REMOVAL_ANNOTATIONS;
}

const char *
msk_removal_get_label (MskRemoval removal)
{
  g_return_val_if_fail (removal < G_N_ELEMENTS (labels), "");

  return g_dgettext (GETTEXT_PACKAGE, labels[removal]);
}

const char *
msk_active_content_get_label (MskActiveContent policy)
{
  g_return_val_if_fail (policy < G_N_ELEMENTS (policy_labels), "");

  return g_dgettext (GETTEXT_PACKAGE, policy_labels[policy]);
}

char *
msk_removal_set_dup_label (guint set)
{
  GString *text = g_string_new (NULL);

  for (guint removal = 0; removal < G_N_ELEMENTS (labels); removal++)
    if ((set & (1u << removal)) != 0)
      g_string_append_printf (text, "%s%s", text->len > 0 ? _ (", ") : "",
                              msk_removal_get_label ((MskRemoval) removal));

  return g_string_free (text, FALSE);
}

char *
msk_removal_set_dup_names (guint set)
{
  GString *text = g_string_new (NULL);

  for (guint removal = 0; removal < G_N_ELEMENTS (labels); removal++)
    if ((set & (1u << removal)) != 0)
      g_string_append_printf (text, "%s%s", text->len > 0 ? "," : "",
                              msk_enum_get_name (MSK_TYPE_REMOVAL, (int) removal));

  return g_string_free (text, FALSE);
}

gboolean
msk_removal_set_parse (const char *const *names, guint *set, GError **error)
{
  guint found = 0;
  int value;

  g_return_val_if_fail (names != NULL && set != NULL, FALSE);

  for (guint i = 0; names[i] != NULL; i++)
    {
      if (!msk_enum_parse (MSK_TYPE_REMOVAL, names[i], &value))
        {
          g_set_error_literal (error, MSK_SYSTEM_ERROR, MSK_SYSTEM_ERROR_WORKER,
                               _ ("The file could not be prepared: try again, and tell the system "
                                  "administrator if it stays."));
          return FALSE;
        }
      found |= 1u << value;
    }

  *set = found;
  return TRUE;
}

gboolean
msk_active_content_check (MskActiveContent policy, guint set, GError **error)
{
  g_autofree char *found = NULL;
  guint active = 0;

  for (guint removal = 0; removal < G_N_ELEMENTS (labels); removal++)
    if (msk_removal_is_active ((MskRemoval) removal))
      active |= set & (1u << removal);
  if (policy == MSK_ACTIVE_CONTENT_REMOVE || active == 0)
    return TRUE;

  found = msk_removal_set_dup_label (active);
  g_set_error (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_PDF_ACTIVE_CONTENT,
               _ ("The file does more than show its pages (%s), and the security officer has such "
                  "files refused: have it made anew without."),
               found);
  return FALSE;
}
