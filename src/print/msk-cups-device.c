/* What the printer itself says of a job, behind the back of the printing system.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-cups-device.h"

#include "msk-cups-connection.h"
#include "msk-cups-queue-check.h"

#define IPP_PORT_NUMBER 631

static const char *const wanted_attributes[] = { "job-id", "job-name", "job-state" };

typedef struct
{
  int id;
  gboolean is_named;
  ipp_jstate_t state;
} Entry;

/* The answer is a list of attributes in which each job's come together. The newest job of the name
 * counts. */
static void
finish_entry (Entry *entry, Entry *newest)
{
  if (entry->is_named && entry->id >= newest->id)
    *newest = *entry;
  *entry = (Entry){ 0 };
}

static Entry
find_newest (ipp_t *answer, const char *reference)
{
  Entry newest = { 0 };
  Entry entry = { 0 };

  for (ipp_attribute_t *attribute = ippFirstAttribute (answer); attribute != NULL;
       attribute = ippNextAttribute (answer))
    {
      const char *name = ippGetName (attribute);

      if (name == NULL || ippGetGroupTag (attribute) != IPP_TAG_JOB)
        finish_entry (&entry, &newest);
      else if (g_str_equal (name, "job-id"))
        entry.id = ippGetInteger (attribute, 0);
      else if (g_str_equal (name, "job-state"))
        entry.state = (ipp_jstate_t) ippGetInteger (attribute, 0);
      else if (g_str_equal (name, "job-name"))
        entry.is_named = g_strcmp0 (ippGetString (attribute, 0, NULL), reference) == 0;
    }
  finish_entry (&entry, &newest);

  return newest;
}

static ipp_t *
new_request (const char *device_uri)
{
  ipp_t *request = msk_cups_connection_new_request (IPP_OP_GET_JOBS, NULL);
  ipp_attribute_t *user = ippFindAttribute (request, "requesting-user-name", IPP_TAG_NAME);

  /* IPP wants the printer's address before the user. */
  ippDeleteAttribute (request, user);
  ippAddString (request, IPP_TAG_OPERATION, IPP_TAG_URI, "printer-uri", NULL, device_uri);
  ippAddString (request, IPP_TAG_OPERATION, IPP_TAG_NAME, "requesting-user-name", NULL, "msk");
  ippAddString (request, IPP_TAG_OPERATION, IPP_CONST_TAG (IPP_TAG_KEYWORD), "which-jobs", NULL,
                "completed");
  ippAddStrings (request, IPP_TAG_OPERATION, IPP_CONST_TAG (IPP_TAG_KEYWORD),
                 "requested-attributes", G_N_ELEMENTS (wanted_attributes), NULL, wanted_attributes);

  return request;
}

static MskCupsDeviceWord
ask (MskCupsConnection *connection,
     const char *device_uri,
     const char *resource,
     const char *reference)
{
  g_autoptr(ipp_t) answer = NULL;
  MskCupsReply reply =
      msk_cups_connection_ask (connection, new_request (device_uri), resource, &answer);
  Entry newest;

  if (reply == MSK_CUPS_REPLY_LOST)
    return MSK_CUPS_DEVICE_IS_GONE;
  if (reply != MSK_CUPS_REPLY_OK)
    return MSK_CUPS_DEVICE_SAYS_NOTHING;

  newest = find_newest (answer, reference);
  if (!newest.is_named)
    return MSK_CUPS_DEVICE_SAYS_NOTHING;

  return newest.state == IPP_JSTATE_COMPLETED ? MSK_CUPS_DEVICE_AGREES : MSK_CUPS_DEVICE_DISAGREES;
}

MskCupsDeviceWord
msk_cups_device_ask (const char *device_uri, const char *reference)
{
  g_autoptr(GUri) uri = NULL;
  g_autoptr(MskCupsConnection) connection = NULL;
  g_autofree char *server = NULL;
  int port;

  /* Not ipps: its certificate would have to be trusted first, which is not ours to do. */
  if (device_uri == NULL || !g_str_has_prefix (device_uri, "ipp://") ||
      !msk_cups_queue_device_is_local (device_uri))
    return MSK_CUPS_DEVICE_SAYS_NOTHING;

  uri = g_uri_parse (device_uri, G_URI_FLAGS_PARSE_RELAXED, NULL);
  port = g_uri_get_port (uri) > 0 ? g_uri_get_port (uri) : IPP_PORT_NUMBER;
  server = strchr (g_uri_get_host (uri), ':') != NULL
               ? g_strdup_printf ("[%s]:%d", g_uri_get_host (uri), port)
               : g_strdup_printf ("%s:%d", g_uri_get_host (uri), port);

  connection = msk_cups_connection_open (server, NULL);
  return connection != NULL ? ask (connection, device_uri, g_uri_get_path (uri), reference)
                            : MSK_CUPS_DEVICE_IS_GONE;
}
