/* A Chinese input method for tests, as GTK_IM_MODULE=msk-chinese.
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Control and space switch it on and off; then letters and digits are composed, a space turns them
 * into 你, Return gives them as they are. It is greedier than real ones, which leave digits alone
 * while nothing is composed. */
#include <gtk/gtk.h>
#include <gtk/gtkimmodule.h>

#define MSK_TYPE_CHINESE_IM (msk_chinese_im_get_type ())
G_DECLARE_FINAL_TYPE (MskChineseIm, msk_chinese_im, MSK, CHINESE_IM, GtkIMContext)

struct _MskChineseIm
{
  GtkIMContext parent_instance;

  GString *composed;
};

static gboolean is_on;

G_DEFINE_DYNAMIC_TYPE (MskChineseIm, msk_chinese_im, GTK_TYPE_IM_CONTEXT)

static void
commit (MskChineseIm *self, const char *text)
{
  g_string_set_size (self->composed, 0);
  g_signal_emit_by_name (self, "preedit-changed");
  g_signal_emit_by_name (self, "commit", text);
}

/* A text field takes nothing but what its input method gives it. */
static gboolean
give (MskChineseIm *self, gunichar c)
{
  char text[7] = "";

  if (!g_unichar_isprint (c))
    return FALSE;

  g_unichar_to_utf8 (c, text);
  commit (self, text);
  return TRUE;
}

static gboolean
compose (MskChineseIm *self, guint key, gunichar c)
{
  g_autofree char *composed = g_strdup (self->composed->str);

  if (c < 0x80 && g_ascii_isalnum ((char) c))
    {
      g_string_append_c (self->composed, (char) c);
      g_signal_emit_by_name (self, "preedit-changed");
      return TRUE;
    }
  if (*composed == '\0' || (key != GDK_KEY_space && key != GDK_KEY_Return))
    return give (self, c);

  commit (self, key == GDK_KEY_space ? "你" : composed);
  return TRUE;
}

static gboolean
filter_keypress (GtkIMContext *context, GdkEvent *event)
{
  MskChineseIm *self = MSK_CHINESE_IM (context);
  guint key;
  GdkModifierType held;

  if (gdk_event_get_event_type (event) != GDK_KEY_PRESS)
    return FALSE;

  key = gdk_key_event_get_keyval (event);
  held = gdk_event_get_modifier_state (event) & (GDK_CONTROL_MASK | GDK_ALT_MASK);
  if (key == GDK_KEY_space && held == GDK_CONTROL_MASK)
    {
      is_on = !is_on;
      return TRUE;
    }
  if (held != 0)
    return FALSE;

  return is_on ? compose (self, key, gdk_keyval_to_unicode (key))
               : give (self, gdk_keyval_to_unicode (key));
}

static void
get_preedit_string (GtkIMContext *context, char **text, PangoAttrList **attributes, int *cursor)
{
  MskChineseIm *self = MSK_CHINESE_IM (context);

  if (text != NULL)
    *text = g_strdup (self->composed->str);
  if (attributes != NULL)
    *attributes = pango_attr_list_new ();
  if (cursor != NULL)
    *cursor = (int) self->composed->len;
}

static void
reset (GtkIMContext *context)
{
  g_string_set_size (MSK_CHINESE_IM (context)->composed, 0);
}

static void
msk_chinese_im_finalize (GObject *object)
{
  g_string_free (MSK_CHINESE_IM (object)->composed, TRUE);

  G_OBJECT_CLASS (msk_chinese_im_parent_class)->finalize (object);
}

static void
msk_chinese_im_class_init (MskChineseImClass *klass)
{
  GtkIMContextClass *context = GTK_IM_CONTEXT_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = msk_chinese_im_finalize;
  context->filter_keypress = filter_keypress;
  context->get_preedit_string = get_preedit_string;
  context->reset = reset;
}

static void
msk_chinese_im_class_finalize (MskChineseImClass *klass)
{
}

static void
msk_chinese_im_init (MskChineseIm *self)
{
  self->composed = g_string_new (NULL);
}

/* What GIO calls in a module: see g_io_module_load() in its manual. */
void
g_io_module_load (GIOModule *module)
{
  g_type_module_use (G_TYPE_MODULE (module));
  msk_chinese_im_register_type (G_TYPE_MODULE (module));
  g_io_extension_point_implement (GTK_IM_MODULE_EXTENSION_POINT_NAME, MSK_TYPE_CHINESE_IM,
                                  "msk-chinese", 0);
}

void
g_io_module_unload (GIOModule *module)
{
}
