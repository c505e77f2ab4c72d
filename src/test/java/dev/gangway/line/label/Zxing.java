package dev.gangway.line.label;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.LuminanceSource;
import com.google.zxing.MultiFormatReader;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.GlobalHistogramBinarizer;
import com.google.zxing.common.HybridBinarizer;
import java.awt.Graphics2D;
import java.awt.Image;
import java.awt.image.BufferedImage;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * ZXing, as its own command line uses it: where one way finds nothing, as a bare code too; and smaller, as a scanner's next
 * picture would be: of a sharp picture its detector misses one code in some hundreds.
 */
final class Zxing {
    private Zxing() {}

    /** What the code of this format on a picture says; throws where none is found. */
    static String read(BufferedImage picture, BarcodeFormat format) throws ReaderException {
        for (double scale : new double[] {1, 0.7, 0.5, 0.85, 0.6, 0.42}) {
            try {
                return once(smaller(picture, scale), format);
            } catch (ReaderException missed) {
                // the next one
            }
        }
        return once(smaller(picture, 0.35), format);
    }

    private static BufferedImage smaller(BufferedImage picture, double scale) {
        if (scale == 1) {
            return picture;
        }
        int width = (int) (picture.getWidth() * scale);
        int height = (int) (picture.getHeight() * scale);
        BufferedImage small = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D pen = small.createGraphics();
        pen.drawImage(picture.getScaledInstance(width, height, Image.SCALE_AREA_AVERAGING), 0, 0, null);
        pen.dispose();
        return small;
    }

    private static String once(BufferedImage picture, BarcodeFormat format) throws ReaderException {
        int[] pixels = picture.getRGB(0, 0, picture.getWidth(), picture.getHeight(), null, 0, picture.getWidth());
        LuminanceSource source = new RGBLuminanceSource(picture.getWidth(), picture.getHeight(), pixels);
        Map<DecodeHintType, Object> hints =
                Map.of(DecodeHintType.POSSIBLE_FORMATS, List.of(format), DecodeHintType.TRY_HARDER, true);
        try {
            return new MultiFormatReader()
                    .decode(new BinaryBitmap(new HybridBinarizer(source)), hints)
                    .getText();
        } catch (ReaderException e) {
            Map<DecodeHintType, Object> bare = new EnumMap<>(hints);
            bare.put(DecodeHintType.PURE_BARCODE, true);
            return new MultiFormatReader()
                    .decode(new BinaryBitmap(new GlobalHistogramBinarizer(source)), bare)
                    .getText();
        }
    }
}
