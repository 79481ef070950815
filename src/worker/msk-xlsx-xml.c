/* One XML part of a workbook, parsed as it is unpacked.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-xlsx-xml.h"

#include "msk-error.h"

#include <string.h>

/* Between a namespace and a name. */
#define SEPARATOR '|'

typedef struct
{
  XML_Parser parser;
  const MskXlsxHandlers *handlers;
  gpointer user_data;
  GError **problem; /* of the handlers */
  guint depth;
} Parsing;

static const char *
local_name (const char *name)
{
  const char *separator = strrchr (name, SEPARATOR);

  return separator != NULL ? separator + 1 : name;
}

static void
stop (Parsing *parsing, MskInputError code, const char *reason)
{
  if (*parsing->problem == NULL)
    g_set_error_literal (parsing->problem, MSK_INPUT_ERROR, (int) code, reason);
  XML_StopParser (parsing->parser, XML_FALSE);
}

static void
start_cb (void *user_data, const XML_Char *name, const XML_Char **attributes)
{
  Parsing *parsing = user_data;

  if (++parsing->depth > MSK_XLSX_DEPTH_MAX)
    {
      stop (parsing, MSK_INPUT_ERROR_XLSX_BOMB, "nested too deep");
      return;
    }
  parsing->handlers->start (parsing->user_data, local_name (name), attributes);
  if (*parsing->problem != NULL)
    XML_StopParser (parsing->parser, XML_FALSE);
}

static void
end_cb (void *user_data, const XML_Char *name)
{
  Parsing *parsing = user_data;

  parsing->depth--;
  if (*parsing->problem == NULL)
    parsing->handlers->end (parsing->user_data, local_name (name));
  if (*parsing->problem != NULL)
    XML_StopParser (parsing->parser, XML_FALSE);
}

static void
text_cb (void *user_data, const XML_Char *text, int length)
{
  Parsing *parsing = user_data;

  if (*parsing->problem == NULL)
    parsing->handlers->text (parsing->user_data, text, (gsize) length);
}

static void
doctype_cb (void *user_data,
            const XML_Char *name,
            const XML_Char *system_id,
            const XML_Char *public_id,
            int has_internal_subset)
{
  stop (user_data, MSK_INPUT_ERROR_XLSX_ENTITIES, "a DOCTYPE");
}

static gboolean
parse_piece (const char *data, gsize length, gpointer user_data, GError **error)
{
  Parsing *parsing = user_data;

  if (XML_Parse (parsing->parser, data, (int) length, XML_FALSE) == XML_STATUS_OK)
    return TRUE;

  if (*parsing->problem != NULL)
    g_propagate_error (error, g_steal_pointer (parsing->problem));
  else
    g_set_error_literal (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_XLSX_DAMAGED,
                         XML_ErrorString (XML_GetErrorCode (parsing->parser)));

  return FALSE;
}

static gboolean
parse_end (Parsing *parsing, GError **error)
{
  if (XML_Parse (parsing->parser, "", 0, XML_TRUE) == XML_STATUS_OK)
    return TRUE;

  g_set_error_literal (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_XLSX_DAMAGED,
                       XML_ErrorString (XML_GetErrorCode (parsing->parser)));

  return FALSE;
}

gboolean
msk_xlsx_xml_parse (MskXlsxPackage *package,
                    const char *name,
                    const MskXlsxHandlers *handlers,
                    gpointer user_data,
                    GError **problem,
                    GError **error)
{
  Parsing parsing = { XML_ParserCreateNS (NULL, SEPARATOR), handlers, user_data, problem, 0 };
  gboolean good;

  if (parsing.parser == NULL)
    g_error ("XML_ParserCreateNS: out of memory");
  XML_SetUserData (parsing.parser, &parsing);
  XML_SetElementHandler (parsing.parser, start_cb, end_cb);
  if (handlers->text != NULL)
    XML_SetCharacterDataHandler (parsing.parser, text_cb);
  XML_SetStartDoctypeDeclHandler (parsing.parser, doctype_cb);

  good = msk_xlsx_package_read (package, name, parse_piece, &parsing, error) &&
         parse_end (&parsing, error);
  XML_ParserFree (parsing.parser);

  return good;
}

const char *
msk_xlsx_xml_get (const char **attributes, const char *name)
{
  for (guint i = 0; attributes[i] != NULL; i += 2)
    if (strcmp (local_name (attributes[i]), name) == 0)
      return attributes[i + 1];

  return NULL;
}
