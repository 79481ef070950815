/* Whether a print queue may be trusted with a secret copy.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-cups-queue-check.h"

#include <glib/gi18n-lib.h>

#include "msk-cups-settings.h"
#include "msk-error.h"

#define NAME_MAX_LENGTH 127

/* The one way of failing in which CUPS never prints a copy again by itself. */
#define SAFE_ERROR_POLICY "abort-job"

static const char *const wanted_attributes[] = {
  "device-uri",           "document-format-supported",
  "job-sheets-default",   "media-supported",
  "printer-error-policy", "printer-is-accepting-jobs",
  "printer-is-shared",    "printer-state",
  "printer-type",         "sides-default",
  "sides-supported",
};

/* Settings that somebody may have left on a queue, and that change what comes out: pages left out
 * or turned about, marks moved or made too small to be read, words on the sheets. They go with
 * every job, and no job can take them back. */
static const char *const altering_defaults[] = {
  "fit-to-page-default",     "fitplot-default",     "job-billing-default", "mirror-default",
  "natural-scaling-default", "page-border-default", "page-bottom-default", "page-label-default",
  "page-left-default",       "page-ranges-default", "page-right-default",  "page-set-default",
  "page-top-default",        "position-default",    "ppi-default",         "scaling-default",
};

static ipp_attribute_t *
find (ipp_t *answer, const char *name)
{
  return ippFindAttribute (answer, name, IPP_TAG_ZERO);
}

static const char *
find_text (ipp_t *answer, const char *name)
{
  const char *text = ippGetString (find (answer, name), 0, NULL);

  return text != NULL ? text : "";
}

static void G_GNUC_PRINTF (2, 3) set_unsafe (GError **error, const char *format, ...)
{
  g_autofree char *text = NULL;
  va_list arguments;

  va_start (arguments, format);
  text = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_set_error_literal (error, MSK_RULE_ERROR, MSK_RULE_ERROR_PRINTER_UNSAFE, text);
}

static gboolean
host_is_loopback (const char *host)
{
  g_autoptr(GInetAddress) address = NULL;

  if (g_str_equal (host, "localhost"))
    return TRUE;

  address = g_inet_address_new_from_string (host);
  return address != NULL && g_inet_address_get_is_loopback (address);
}

static gboolean
network_device_is_local (const char *device_uri)
{
  g_autoptr(GUri) uri = g_uri_parse (device_uri, G_URI_FLAGS_PARSE_RELAXED, NULL);

  return uri != NULL && g_uri_get_host (uri) != NULL && host_is_loopback (g_uri_get_host (uri));
}

gboolean
msk_cups_queue_device_is_local (const char *device_uri)
{
  static const char *const local_prefixes[] = {
    "usb:",     "parallel:",          "serial:",        "hp:/usb/",
    "hp:/par/", "file:///dev/usb/lp", "file:///dev/lp", NULL,
  };
  static const char *const network_schemes[] = { "ipp",    "ipps", "http", "https",
                                                 "socket", "lpd",  NULL };
  g_autofree char *scheme = g_uri_parse_scheme (device_uri);

  for (gsize i = 0; local_prefixes[i] != NULL; i++)
    if (g_str_has_prefix (device_uri, local_prefixes[i]))
      return !strstr (device_uri, "..");

  /* Gutenprint's own USB backend carries its version in the name. */
  if (scheme != NULL && g_str_has_prefix (scheme, "gutenprint") &&
      g_str_has_suffix (scheme, "+usb"))
    return TRUE;

  return scheme != NULL && g_strv_contains (network_schemes, scheme) &&
         network_device_is_local (device_uri);
}

gboolean
msk_cups_queue_check_name (const char *queue, GError **error)
{
  gsize length = strlen (queue);
  gboolean good = length >= 1 && length <= NAME_MAX_LENGTH && queue[0] != '-';

  for (const char *c = queue; good && *c != '\0'; c++)
    good = g_ascii_isalnum (*c) || strchr ("_-.+", *c) != NULL;

  if (!good)
    g_set_error_literal (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_BAD_VALUE,
                         _ ("The name of a print queue holds Latin letters, digits and _ - . + "
                            "only; give the queue such a name."));
  return good;
}

static gboolean
check_kind (ipp_t *answer, const char *queue, GError **error)
{
  const guint type = (guint) ippGetInteger (find (answer, "printer-type"), 0);

  if (type & CUPS_PRINTER_CLASS)
    set_unsafe (error,
                _ ("The queue %s is a class of several printers; choose the queue of one printer."),
                queue);
  else if (type & (CUPS_PRINTER_REMOTE | CUPS_PRINTER_DISCOVERED | CUPS_PRINTER_FAX))
    set_unsafe (error,
                _ ("The queue %s is not a printer of this machine; choose the queue of a printer "
                   "on its own cable."),
                queue);
  else if (!msk_cups_queue_device_is_local (find_text (answer, "device-uri")))
    set_unsafe (error,
                _ ("The queue %s leads to a network or to an unknown kind of device; connect the "
                   "printer by USB, find its address with "
                   "lpinfo -v and run: lpadmin -p %s -v ADDRESS"),
                queue, queue);
  else
    return TRUE;

  return FALSE;
}

static gboolean
has_banner (ipp_t *answer)
{
  ipp_attribute_t *sheets = find (answer, "job-sheets-default");

  for (int i = 0; i < ippGetCount (sheets); i++)
    if (g_strcmp0 (ippGetString (sheets, i, NULL), "none") != 0)
      return TRUE;

  return FALSE;
}

/* A setting that says that nothing is changed is none. */
static gboolean
is_neutral (ipp_attribute_t *attribute)
{
  static const char *const neutral[] = { "", "false", "no", "none", "all", NULL };
  const ipp_tag_t tag = ippGetValueTag (attribute);
  const char *text = ippGetString (attribute, 0, NULL);

  if (tag == IPP_TAG_BOOLEAN)
    return !ippGetBoolean (attribute, 0);
  if (tag == IPP_TAG_NOVALUE || tag == IPP_TAG_UNKNOWN)
    return TRUE;

  return text != NULL && g_strv_contains (neutral, text);
}

static const char *
find_altering_default (ipp_t *answer)
{
  for (gsize i = 0; i < G_N_ELEMENTS (altering_defaults); i++)
    {
      ipp_attribute_t *attribute = find (answer, altering_defaults[i]);

      if (attribute != NULL && !is_neutral (attribute))
        return altering_defaults[i];
    }

  return NULL;
}

/* A queue that says it prints on both sides, of a printer that can't: the count of sheets would
 * expect half of them. */
static gboolean
has_impossible_sides (ipp_t *answer)
{
  const char *sides = find_text (answer, "sides-default");

  return g_str_has_prefix (sides, "two-sided") &&
         !ippContainsString (find (answer, "sides-supported"), sides);
}

static gboolean
check_settings (ipp_t *answer, const char *queue, GError **error)
{
  if (!g_str_equal (find_text (answer, "printer-error-policy"), SAFE_ERROR_POLICY))
    set_unsafe (error,
                _ ("The queue %s could print a failed copy again by itself; run: lpadmin -p %s -o "
                   "printer-error-policy=abort-job"),
                queue, queue);
  else if (find_altering_default (answer) != NULL)
    set_unsafe (error,
                _ ("The queue %s changes what is printed by its setting %s; run: lpadmin -p %s -R "
                   "%s"),
                queue, find_altering_default (answer), queue, find_altering_default (answer));
  else if (has_impossible_sides (answer))
    set_unsafe (error,
                _ ("The queue %s is set to print on both sides, which its printer cannot; run: "
                   "lpadmin -p %s -R sides-default"),
                queue, queue);
  else if (has_banner (answer))
    set_unsafe (error,
                _ ("The queue %s adds banner pages; run: lpadmin -p %s -o "
                   "job-sheets-default=none,none"),
                queue, queue);
  else if (ippGetBoolean (find (answer, "printer-is-shared"), 0))
    set_unsafe (error,
                _ ("The queue %s is shared with other machines; run: lpadmin -p %s -o "
                   "printer-is-shared=false"),
                queue, queue);
  else
    return TRUE;

  return FALSE;
}

/* What the whole printing system is set to, where this account may read it; that each job is gone
 * is proved in any case. */
static gboolean
check_server (GError **error)
{
  const MskCupsSettings settings = msk_cups_settings_read ();

  if (!settings.known)
    return TRUE;

  if (settings.keeps_files)
    set_unsafe (error, _ ("The printing system keeps printed documents on its disk; run: cupsctl "
                          "PreserveJobFiles=No"));
  else if (settings.forgets_jobs)
    set_unsafe (error,
                _ ("The printing system forgets its jobs at once, so that nobody learns how they "
                   "ended; run: cupsctl PreserveJobHistory=Yes"));
  return !settings.keeps_files && !settings.forgets_jobs;
}

static gboolean
check_ready (ipp_t *answer, const char *queue, GError **error)
{
  if (!ippContainsString (find (answer, "document-format-supported"), "application/pdf"))
    g_set_error (error, MSK_SYSTEM_ERROR, MSK_SYSTEM_ERROR_PRINTER_REFUSED,
                 _ ("The queue %s takes no PDF; run: lpadmin -p %s -m everywhere"), queue, queue);
  else if (ippGetInteger (find (answer, "printer-state"), 0) == IPP_PSTATE_STOPPED)
    g_set_error (error, MSK_SYSTEM_ERROR, MSK_SYSTEM_ERROR_PRINTER_STOPPED,
                 _ ("The queue %s is stopped; clear the fault shown on the printer and run: "
                    "cupsenable %s"),
                 queue, queue);
  else if (!ippGetBoolean (find (answer, "printer-is-accepting-jobs"), 0))
    g_set_error (error, MSK_SYSTEM_ERROR, MSK_SYSTEM_ERROR_PRINTER_STOPPED,
                 _ ("The queue %s takes no jobs; run: cupsaccept %s"), queue, queue);
  else
    return TRUE;

  return FALSE;
}

static gboolean
check_media (ipp_t *answer, const char *queue, const MskMedia *media, GError **error)
{
  ipp_attribute_t *offered = find (answer, "media-supported");

  if (media == NULL)
    return TRUE;

  for (int i = 0; i < ippGetCount (offered); i++)
    if (g_strcmp0 (ippGetString (offered, i, NULL), msk_media_get_keyword (*media)) == 0)
      return TRUE;

  g_set_error (error, MSK_RULE_ERROR, MSK_RULE_ERROR_MEDIA_NOT_OFFERED,
               _ ("The queue %s offers no paper in %s: choose a printer that has it, or another "
                  "size."),
               queue, msk_media_get_label (*media));
  return FALSE;
}

static void
set_no_answer (MskCupsReply reply, const char *queue, const char *detail, GError **error)
{
  if (reply == MSK_CUPS_REPLY_NOT_FOUND)
    g_set_error (error, MSK_SYSTEM_ERROR, MSK_SYSTEM_ERROR_PRINTER_ABSENT,
                 _ ("There is no print queue %s; connect the printer and set the queue up, or "
                    "choose another one."),
                 queue);
  else if (reply == MSK_CUPS_REPLY_REFUSED)
    g_set_error (error, MSK_SYSTEM_ERROR, MSK_SYSTEM_ERROR_PRINTER_REFUSED,
                 _ ("The printing system says nothing about the queue %s (%s); run: lpadmin -p %s "
                    "-o printer-op-policy=default"),
                 queue, detail, queue);
  else
    g_set_error (error, MSK_SYSTEM_ERROR, MSK_SYSTEM_ERROR_PRINTER_LOST,
                 _ ("The printing system stopped answering (%s); run: sudo systemctl restart cups"),
                 detail);
}

gboolean
msk_cups_queue_check (MskCupsConnection *connection,
                      const char *queue,
                      const MskMedia *media,
                      gboolean *two_sided,
                      GError **error)
{
  ipp_t *request = msk_cups_connection_new_request (IPP_OP_GET_PRINTER_ATTRIBUTES, queue);
  g_autoptr(ipp_t) answer = NULL;
  ipp_attribute_t *names;
  MskCupsReply reply;

  names = ippAddStrings (request, IPP_TAG_OPERATION, IPP_CONST_TAG (IPP_TAG_KEYWORD),
                         "requested-attributes", G_N_ELEMENTS (wanted_attributes), NULL,
                         wanted_attributes);
  for (gsize i = 0; i < G_N_ELEMENTS (altering_defaults); i++)
    ippSetString (request, &names, ippGetCount (names), altering_defaults[i]);
  reply = msk_cups_connection_ask (connection, request, "/", &answer);
  if (reply != MSK_CUPS_REPLY_OK)
    {
      set_no_answer (reply, queue, msk_cups_connection_get_detail (connection), error);
      return FALSE;
    }

  *two_sided = g_str_has_prefix (find_text (answer, "sides-default"), "two-sided");
  return check_kind (answer, queue, error) && check_settings (answer, queue, error) &&
         check_server (error) && check_ready (answer, queue, error) &&
         check_media (answer, queue, media, error);
}
